package dev.lathe.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Documents that want more than to be read: each refused or reported as the index of the corpus says, at little cost. */
class HostileDocumentsTest {

    private static final long MOST_MILLIS = 2_000;

    @TempDir
    static Path folder;

    /** One process for all, which would not survive a document that takes its memory. */
    @TestFactory
    Stream<DynamicTest> eachIsRefusedOrReportedWithin256MegabytesAndTwoSeconds() throws Exception {
        List<Document> documents = Corpus.documents().stream()
                .filter(document -> !document.expected().equals("generate"))
                .toList();
        assumeTrue(!documents.isEmpty(), "skipped: there is no ../shared/corpus");
        Map<String, HostileRun.Row> rows = run();
        return documents.stream()
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> check(document, rows)));
    }

    private static Map<String, HostileRun.Row> run() throws IOException, InterruptedException {
        Path result = folder.resolve("rows.txt");
        File log = folder.resolve("log.txt").toFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileRun.class.getName(),
                        result.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
        return Files.readAllLines(result).stream()
                .map(HostileRun.Row::parse)
                .collect(Collectors.toMap(HostileRun.Row::name, Function.identity()));
    }

    private static void check(Document document, Map<String, HostileRun.Row> rows) {
        HostileRun.Row row = rows.get(document.name());
        assertThat(row).isNotNull();
        String said = row.said();
        assertThat(said).doesNotContain("XXE-CANARY").doesNotContain("[internal-error]");
        assertThat(said).as("no stack trace").doesNotContainPattern("\\sat [\\w.$/]+\\(.*\\)");
        assertThat(row.reached()).as("what it wanted from the network").isEmpty();
        switch (document.expected()) {
            case "refuse" -> {
                assertThat(row.success()).as(said).isFalse();
                assertThat(said).contains(document.name().replaceFirst(".*/", ""));
            }
            case "report" -> assertThat(said).contains(document.name().replaceFirst(".*/", ""));
            default -> assertThat(row.success() || said.contains("[")).isTrue();
        }
        // Processor time of the thread that compiles: the machine may be busy with others.
        assertThat(row.millis()).isLessThan(MOST_MILLIS);
        assertThat(Arrays.asList(row.classes().split(","))).noneMatch(name -> name.contains(".Pwned"));
    }
}
