package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private final Problems problems = new Problems();
    private final Findings findings = new Findings(problems);

    private static SpecPath at(int i) {
        return SpecPath.of("api.yaml", "/" + i);
    }

    @Test
    void whatIsWrongInTheSameWayIsSaidOnceWithTheNumber() {
        for (int i = 0; i < 5; i++) {
            findings.warnOnce("code", "same", at(i), "Odd.");
        }
        findings.warnOnce("code", "other", at(9), "Odd too.");
        findings.flush();
        assertThat(problems.all()).extracting(Problem::message).containsExactly("Odd. (first of 5 places)", "Odd too.");
        assertThat(problems.all().get(0).at()).isEqualTo(at(0));
    }
}
