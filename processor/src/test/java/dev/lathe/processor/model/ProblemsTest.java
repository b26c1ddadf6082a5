package dev.lathe.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final Problems problems = new Problems();

    private static SpecPath at(int i) {
        return SpecPath.of("api.yaml", "/" + i);
    }

    @Test
    void aHundredOfAKindAreShown() {
        for (int i = 0; i < 1_000; i++) {
            problems.warning("many", at(i), "Wrong " + i + ".");
        }
        problems.warning("few", at(0), "Wrong.");

        assertThat(problems.shown()).hasSize(102);
        Problem last = problems.shown().get(101);
        assertThat(last.message()).isEqualTo("900 more problems of this kind; this is the last one.");
        assertThat(last.at()).isEqualTo(at(999));
    }

    @Test
    void whatIsLeftOutIsNotCounted() {
        for (int i = 0; i < 1_000; i++) {
            problems.warning("many", at(i), "Wrong " + i + ".");
        }
        problems.warning("same", List.of(at(1), at(150), at(160)), "Odd.");
        problems.error("bad", at(1), "Bad.");

        Problems about = problems.about(place -> place.pointer().startsWith("/15"));
        assertThat(about.shown())
                .extracting(Problem::message)
                .hasSize(13)
                .contains("Wrong 15.", "Wrong 150.", "Wrong 159.", "Odd.", "Bad.");
    }

    @Test
    void theSameAtTheSamePlaceIsKeptOnce() {
        for (int i = 0; i < 200; i++) {
            problems.warning("same", at(1), "Odd.");
        }

        assertThat(problems.shown()).extracting(Problem::message).containsExactly("Odd.");
    }

    @Test
    void morePlacesAreTold() {
        problems.warning("same", List.of(at(1), at(2), at(3)), "Odd.");

        assertThat(problems.all().get(0).text()).isEqualTo("[same] Odd. (first of 3 places)\n  at   api.yaml#/1");
    }

    /** A hostile document has as many faults as it likes. */
    @Test
    void noMoreThanTenThousandOfAKindAreKept() {
        for (int i = 0; i < 12_000; i++) {
            problems.warning("many", at(i), "Wrong " + i + ".");
        }

        assertThat(problems.all()).hasSize(10_000);
        assertThat(problems.shown().get(100).message()).startsWith("11900 more problems");
    }
}
