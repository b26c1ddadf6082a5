package dev.lathe.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PagesTest {

    private final List<String> fetched = new ArrayList<>();

    /** Pages by link: "" is the first; each leads to the next in the map. */
    private Pages<Integer> linked(Map<String, Page<Integer>> pages) {
        return Pages.of((next, before) -> {
            String link = next == null ? "" : next;
            fetched.add(link);
            return pages.get(link);
        });
    }

    private static Page<Integer> page(String next, Integer... items) {
        return Page.of(List.of(items), 0, OptionalLong.empty(), next);
    }

    private final Map<String, Page<Integer>> three = Map.of("", page("b", 1, 2), "b", page("c"), "c", page(null, 3));

    @Test
    void itemsComeInOrderAcrossPagesEmptyOnesIncluded() {
        assertThat(linked(three)).containsExactly(1, 2, 3);
        assertThat(linked(three).toList()).containsExactly(1, 2, 3);
        assertThat(linked(three).stream()).containsExactly(1, 2, 3);
        assertThat(linked(three).pageStream().map(Page::items)).containsExactly(List.of(1, 2), List.of(), List.of(3));
    }

    @Test
    void nothingIsFetchedBeforeItIsNeeded() {
        Pages<Integer> pages = linked(three);
        Iterator<Integer> items = pages.iterator();
        assertThat(fetched).isEmpty();

        items.next();
        items.next();
        assertThat(fetched).containsExactly("");

        assertThat(pages.stream().limit(2)).containsExactly(1, 2);
        assertThat(fetched).containsExactly("", "");
        assertThat(pages.first()).hasValue(1);
    }

    @Test
    void eachIterationStartsAnew() {
        Pages<Integer> pages = linked(three);

        assertThat(pages).hasSize(3);
        assertThat(pages).hasSize(3);
        assertThat(fetched).hasSize(6);
    }

    @Test
    void aListCanBeResumedWhereAPageLed() {
        Pages<Integer> pages = linked(three);
        String next = pages.pageStream().findFirst().orElseThrow().next().orElseThrow();

        assertThat(pages.resume(next)).containsExactly(3);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> pages.from(1))
                .withMessageContaining("resume");
    }

    @Test
    void linksThatLeadInACircleEnd() {
        Map<String, Page<Integer>> circle =
                Map.of("", page("b", 1), "b", page("c", 2), "c", page("d", 3), "d", page("b", 4));

        List<Integer> items = linked(circle).toList();

        assertThat(items).startsWith(1, 2, 3, 4).hasSizeLessThan(15);
    }

    @Test
    void aLinkToItselfEnds() {
        assertThat(linked(Map.of("", page("b", 1), "b", page("b", 2))).toList()).hasSizeLessThan(5);
    }

    @Test
    void equalPagesUnderDifferentLinksAreDifferentPages() {
        assertThat(linked(Map.of("", page("b", 1), "b", page("c", 1), "c", page(null, 1))))
                .containsExactly(1, 1, 1);
    }

    @Test
    void aServiceThatDoesNotKnowThePageNumberEndsAfterOnePage() {
        Pages<Integer> pages = Pages.numbered((next, before) -> {
            fetched.add(String.valueOf(next));
            return page(String.valueOf(next == null ? 1 : Integer.parseInt(next) + 1), 1, 2);
        });

        assertThat(pages).containsExactly(1, 2);
        assertThat(fetched).containsExactly("null", "1");
    }

    @Test
    void anEmptyListIsEmpty() {
        Pages<Integer> pages = linked(Map.of("", page(null)));

        assertThat(pages).isEmpty();
        assertThat(pages.first()).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> pages.iterator().next());
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Stream.of(pages)
                        .map(p -> {
                            Iterator<Page<Integer>> walk = p.pages().iterator();
                            walk.next();
                            return walk.next();
                        })
                        .toList());
    }

    @Test
    void aNegativePageIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Pages.<Integer>numbered((next, before) -> page(null)).from(-1));
    }
}
