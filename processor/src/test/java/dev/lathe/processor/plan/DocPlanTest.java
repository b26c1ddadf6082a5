package dev.lathe.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocPlanTest {

    @ParameterizedTest
    @CsvSource({
        "'', 'It is new.'",
        "A file, 'A file. It is new.'",
        "'A file!', 'A file! It is new.'",
        "'A file.|Of any size.', 'A file. It is new.|Of any size.'",
    })
    void aSentenceStandsInTheFirstParagraph(String text, String expected) {
        DocPlan docs = new DocPlan(text.replace("|", "\n\n"), "", false, "");

        assertThat(docs.saying("It is new.").text()).isEqualTo(expected.replace("|", "\n\n"));
    }
}
