package dev.lathe.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every document in a folder that somebody names becomes a client that compiles without a warning and writes back what the
 * document allows, or is refused with a place: {@code -Dlathe.documents=FOLDER}, described in {@code docs/documents.md}.
 */
class OtherDocumentsTest {

    private static final String FOLDER = System.getProperty("lathe.documents", "");

    private static final Pattern CODE = Pattern.compile("package-info: \\[([a-z0-9-]+)]");

    private static final List<String> ROWS = new ArrayList<>();

    @Test
    void aFolderIsNamed() {
        assumeTrue(!FOLDER.isEmpty(), "skipped: -Dlathe.documents names no folder");
        assertThat(Path.of(FOLDER)).isDirectory();
    }

    @TestFactory
    Stream<DynamicTest> everyDocumentOfTheFolderCompilesOrIsRefused() throws IOException {
        if (FOLDER.isEmpty()) {
            return Stream.empty();
        }
        Path folder = Path.of(FOLDER).toAbsolutePath().normalize();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        return files.stream()
                .filter(file -> !kind(file).isEmpty())
                .map(file -> new Document(
                        folder.relativize(file).toString(),
                        file.getParent(),
                        file.getFileName().toString(),
                        kind(file).equals("odata"),
                        "robust"))
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> compile(document)));
    }

    private static String kind(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean openApi = name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
        return openApi ? "openapi" : name.endsWith(".xml") || name.endsWith(".edmx") ? "odata" : "";
    }

    private static void compile(Document document) throws IOException {
        long start = System.nanoTime();
        InMemory.Outcome outcome = InMemory.of(document).run();
        List<String> refused = outcome.errorsOfLathe();
        ROWS.add("| %s | %d | %d | %d | %d | %s |"
                .formatted(
                        document.name(),
                        Files.size(document.file()) / 1024,
                        outcome.sources().size(),
                        outcome.classes().size(),
                        (System.nanoTime() - start) / 1_000_000,
                        codes(outcome)));
        assertThat(outcome.errorsOfJavac()).isEmpty();
        assertThat(outcome.warningsInGeneratedCode()).isEmpty();
        assertThat(refused).noneMatch(error -> error.contains("[internal-error]"));
        assertThat(outcome.success()).isEqualTo(refused.isEmpty());
        assertThat(Bytecode.tooLong(outcome.classes().values())).isEmpty();
        if (outcome.success()) {
            WrittenBack.check(document, outcome);
        }
    }

    /** What was reported, with the number of each. */
    private static String codes(InMemory.Outcome outcome) {
        var codes = new TreeMap<String, Integer>();
        outcome.messages(Diagnostic.Kind.ERROR, Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING).stream()
                .map(CODE::matcher)
                .flatMap(Matcher::results)
                .map((MatchResult code) -> code.group(1))
                .forEach(code -> codes.merge(code, 1, Integer::sum));
        return codes.isEmpty() ? "" : codes.toString();
    }

    @AfterAll
    static void writeTable() throws IOException {
        if (!ROWS.isEmpty()) {
            Path table = Files.createDirectories(Path.of("target")).resolve("documents.md");
            Files.write(
                    table,
                    Stream.concat(
                                    Stream.of(
                                            "| document | KB | sources | classes | ms | reported |",
                                            "| --- | --: | --: | --: | --: | --- |"),
                                    ROWS.stream())
                            .toList());
        }
    }
}
