package dev.lathe.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every document of the corpus, and all of the project's own, become a client that compiles without a warning, and that
 * reads and writes back what the document allows.
 */
class CorpusTest {

    private static final List<String> ROWS = new ArrayList<>();

    @Test
    void theCorpusIsThere() throws IOException {
        assumeTrue(!Corpus.documents().isEmpty(), "skipped: there is no ../shared/corpus");
        assertThat(Corpus.sound()).hasSizeGreaterThan(40);
    }

    @TestFactory
    Stream<DynamicTest> everyDocumentCompilesWithoutAWarning() throws IOException {
        return Stream.concat(Corpus.own().stream(), Corpus.sound().stream())
                // With all its tests in DataverseDocumentTest.
                .filter(document -> !document.name().equals("dataverse-v9.1.xml"))
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> compile(document)));
    }

    private static void compile(Document document) throws IOException {
        long start = System.nanoTime();
        InMemory.Outcome outcome = InMemory.of(document).run();
        int values = outcome.success() ? WrittenBack.check(document, outcome) : 0;
        ROWS.add("%-45s %6d ms %5d sources %5d classes %5d values  %s"
                .formatted(
                        document.name(),
                        (System.nanoTime() - start) / 1_000_000,
                        outcome.sources().size(),
                        outcome.classes().size(),
                        values,
                        outcome.success() ? "ok" : "failed"));
        assertThat(outcome.messages(javax.tools.Diagnostic.Kind.ERROR)).isEmpty();
        assertThat(outcome.warningsInGeneratedCode()).isEmpty();
        assertThat(outcome.sources()).isNotEmpty();
        assertThat(outcome.success()).isTrue();
        assertThat(Bytecode.tooLong(outcome.classes().values())).isEmpty();
    }

    @AfterAll
    static void writeTable() throws IOException {
        Files.write(Files.createDirectories(Path.of("target")).resolve("corpus.txt"), ROWS);
        ROWS.forEach(System.out::println);
    }
}
