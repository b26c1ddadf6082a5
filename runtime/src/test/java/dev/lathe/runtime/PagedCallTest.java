package dev.lathe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.json.Scalars;
import dev.lathe.runtime.paging.Page;
import dev.lathe.runtime.paging.Pages;
import dev.lathe.runtime.paging.Paging;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PagedCallTest {

    private static final Paging NUMBERED = Paging.pageNumber("page", "pageSize", 0, "list", "total");
    private static final Paging OFFSET = Paging.offset("offset", "limit", "items", "count");
    private static final Paging CURSOR = Paging.cursor("after", "limit", "items", "", "next");

    private final List<Map<String, String>> asked = new ArrayList<>();
    private List<Long> rows = List.of();

    /** The longest page that the service hands out, whatever it is asked for. */
    private int longest = 1_000;

    private Call call(ScriptedTransport.Step service) {
        ApiClient client = ApiClient.create(
                ClientConfig.builder(URI.create("https://aam.example.com/v1"))
                        .transport(new ScriptedTransport().otherwise(service))
                        .build(),
                Profile.NONE);
        return client.call("GET", "/segments/");
    }

    private Map<String, String> query(Request request) {
        Map<String, String> query = new HashMap<>();
        String raw = request.uri().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        asked.add(query);
        return query;
    }

    private static Response json(String body) {
        return ScriptedTransport.response(200, body);
    }

    /** As Audience Manager answers: an object when a page is asked for, else all in an array. */
    private Response audienceManager(Request request) {
        Map<String, String> query = query(request);
        if (!query.containsKey("page") && !query.containsKey("pageSize")) {
            return json(rows.toString());
        }
        int page = Integer.parseInt(query.getOrDefault("page", "0"));
        int size = Integer.parseInt(query.getOrDefault("pageSize", "10"));
        int used = Math.min(size, longest);
        int from = Math.min(rows.size(), page * used);
        List<Long> list = rows.subList(from, Math.min(rows.size(), from + used));
        return json("{\"total\":" + rows.size() + ",\"page\":" + page + ",\"pageSize\":" + size + ",\"list\":" + list
                + ",\"more\":{\"x\":[1]}}");
    }

    /** The same without telling anything: an array for each page. */
    private Response bareArrays(Request request) {
        Map<String, String> query = query(request);
        int page = Integer.parseInt(query.getOrDefault("page", "0"));
        int size = Integer.parseInt(query.getOrDefault("pageSize", "10"));
        int from = Math.min(rows.size(), page * size);
        return json(rows.subList(from, Math.min(rows.size(), from + size)).toString());
    }

    private void rows(int count) {
        rows = LongStream.range(0, count).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "9, 1", "10, 1", "11, 2", "20, 2", "1000, 100"})
    void eachRowComesOnceWithoutAPageSize(int count, int requests) {
        rows(count);

        assertThat(call(this::audienceManager).pages(NUMBERED, Scalars.INT64)).containsExactlyElementsOf(rows);
        assertThat(asked).hasSize(requests);
        assertThat(asked.get(0)).isEqualTo(Map.of("page", "0"));
    }

    @ParameterizedTest
    @CsvSource({"0, 7", "1, 7", "7, 7", "8, 7", "1000, 7", "1000, 1000", "100000, 1000"})
    void eachRowComesOnceWithAPageSize(int count, int size) {
        rows(count);

        Pages<Long> pages = call(this::audienceManager).query("pageSize", size).pages(NUMBERED, Scalars.INT64);

        assertThat(pages.stream().mapToLong(Long::longValue).sum()).isEqualTo((long) count * (count - 1) / 2);
        assertThat(pages.stream().count()).isEqualTo(count);
        assertThat(asked).hasSize(2 * Math.max(1, (count + size - 1) / size));
    }

    @Test
    void pagesTellTheirNumberAndTheTotal() {
        rows(25);

        List<Page<Long>> pages = call(this::audienceManager)
                .pages(NUMBERED, Scalars.INT64)
                .pageStream()
                .toList();

        assertThat(pages).extracting(Page::number).containsExactly(0L, 1L, 2L);
        assertThat(pages).allSatisfy(page -> assertThat(page.total()).hasValue(25));
    }

    @Test
    void aListIsReadFromAPageOn() {
        rows(25);
        Pages<Long> pages = call(this::audienceManager).pages(NUMBERED, Scalars.INT64);

        assertThat(pages.from(2)).containsExactly(20L, 21L, 22L, 23L, 24L);
        assertThat(pages.from(3)).isEmpty();
        assertThat(call(this::audienceManager).query("page", 1).pages(NUMBERED, Scalars.INT64))
                .as("a page that is asked for by parameter")
                .hasSize(15);
        assertThat(pages.resume(
                        pages.pageStream().findFirst().orElseThrow().next().orElseThrow()))
                .hasSize(15);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 25})
    void withoutATotalAShortOrEmptyPageIsTheLast(int count) {
        rows(count);

        assertThat(call(this::bareArrays).query("pageSize", 10).pages(NUMBERED, Scalars.INT64))
                .containsExactlyElementsOf(rows);
        assertThat(call(this::bareArrays).pages(NUMBERED, Scalars.INT64)).containsExactlyElementsOf(rows);
    }

    @Test
    void aServiceThatHandsOutLessThanItIsAskedForLosesNoRow() {
        rows(3_500);

        assertThat(call(this::audienceManager).query("pageSize", 5_000).pages(NUMBERED, Scalars.INT64))
                .containsExactlyElementsOf(rows);
        assertThat(asked).hasSize(4);
    }

    @Test
    void aServiceThatDoesNotPageIsReadOnce() {
        ScriptedTransport.Step all = request -> {
            query(request);
            return json(IntStream.range(0, 50).boxed().toList().toString());
        };

        assertThat(call(all).pages(NUMBERED, Scalars.INT64)).hasSize(50);
        assertThat(call(all).query("pageSize", 10).pages(NUMBERED, Scalars.INT64))
                .hasSize(50);
        assertThat(call(all).query("pageSize", 50).pages(NUMBERED, Scalars.INT64))
                .hasSize(50);
        assertThat(asked).hasSize(2 + 1 + 2);
    }

    @Test
    void aTotalThatIsWrongDoesNotLoopForEver() {
        ScriptedTransport.Step liar = request -> {
            int page = Integer.parseInt(query(request).get("page"));
            return json("{\"total\":1000000,\"list\":" + (page < 3 ? "[" + page + "]" : "[]") + "}");
        };

        assertThat(call(liar).pages(NUMBERED, Scalars.INT64)).containsExactly(0L, 1L, 2L);
        assertThat(asked).hasSize(4);
    }

    @Test
    void rowsThatGoWhilePagingEndTheListInTime() {
        rows(35);
        Pages<Long> pages = call(request -> {
                    Response answer = audienceManager(request);
                    rows = rows.subList(0, rows.size() - 5);
                    return answer;
                })
                .pages(NUMBERED, Scalars.INT64);

        assertThat(pages.stream().count()).isLessThanOrEqualTo(35);
        assertThat(asked).hasSizeLessThan(5);
    }

    @Test
    void offsetsCountItems() {
        rows(25);
        ScriptedTransport.Step service = request -> {
            Map<String, String> query = query(request);
            int from = Integer.parseInt(query.get("offset"));
            List<Long> items = rows.subList(Math.min(25, from), Math.min(25, from + 10));
            return json("{\"count\":25,\"items\":" + items + "}");
        };

        Pages<Long> pages = call(service).pages(OFFSET, Scalars.INT64);

        assertThat(pages).containsExactlyElementsOf(rows);
        assertThat(asked).extracting(query -> query.get("offset")).containsExactly("0", "10", "20");
        assertThat(pages.from(23)).containsExactly(23L, 24L);
    }

    @Test
    void cursorsLeadFromPageToPage() {
        ScriptedTransport.Step service = request -> {
            @Nullable String after = query(request).get("after");
            return json(
                    after == null
                            ? "{\"items\":[1,2],\"next\":\"a b\"}"
                            : after.equals("a b") ? "{\"items\":[3],\"next\":7}" : "{\"items\":[4],\"next\":null}");
        };

        assertThat(call(service).pages(CURSOR, Scalars.INT64)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(asked).extracting(query -> query.get("after")).containsExactly(null, "a b", "7");
    }

    @Test
    void aCursorThatDoesNotMoveEnds() {
        ScriptedTransport.Step service = request -> json("{\"items\":[1],\"next\":\"same\"}");

        assertThat(call(service).pages(CURSOR, Scalars.INT64).toList()).hasSizeLessThan(5);
    }

    @Test
    void nullWhereAListIsExpectedIsEmpty() {
        assertThat(call(request -> json("{\"list\":null,\"total\":0}")).pages(NUMBERED, Scalars.INT64))
                .isEmpty();
    }

    @Test
    void pageSizesAndPagesThatCannotBeAreRefusedBeforeAnythingIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> call(this::audienceManager).query("pageSize", 0).pages(NUMBERED, Scalars.INT64))
                .withMessage("The parameter 'pageSize' is at least 1, not 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call(this::audienceManager).query("page", -1).pages(NUMBERED, Scalars.INT64));
        assertThat(asked).isEmpty();
    }
}
