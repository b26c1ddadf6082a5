package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of facts in the client's README: each test that it names is there. */
class FactTableTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");

    /** Sections in which each fact has its Java call and its test. */
    private static final List<String> COMPLETE = List.of(
            "URL",
            "Methods",
            "Headers of every request",
            "Preferences",
            "Annotations",
            "Other headers",
            "Status codes",
            "Error body",
            "23 Conditions",
            "26 Duplicates",
            "30 Background operations",
            "31 Impersonation",
            "34 Limits",
            "35 Logging in");

    private record Row(String section, String line, String tests) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(PROJECT.resolve("specs/dataverse/README.md"), StandardCharsets.UTF_8)) {
            if (line.startsWith("#")) {
                section = line.replaceFirst("^#+ ", "");
            } else if (line.startsWith("| ") && !line.startsWith("| fact |") && !line.startsWith("| ---")) {
                String[] cells = line.split(" \\| ", -1);
                rows.add(new Row(section, line, cells[cells.length - 1]));
            }
        }
        return rows;
    }

    /** Sources of tests by the name of their class; there may be two of a name in two packages. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("runtime", "integration-tests", "samples/sandbox", "processor")) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                    sources.merge(
                            file.getFileName().toString().replace(".java", ""),
                            Files.readString(file, StandardCharsets.UTF_8),
                            String::concat);
                }
            }
        }
        return sources;
    }

    @Test
    void eachTestThatIsNamedIsThere() throws IOException {
        Map<String, String> tests = tests();
        int named = 0;
        for (Row row : rows()) {
            Matcher name = NAME.matcher(row.tests());
            while (name.find()) {
                named++;
                assertThat(tests).as(row.line()).containsKey(name.group(1));
                if (name.group(2) != null) {
                    assertThat(tests.get(name.group(1))).as(row.line()).contains("void " + name.group(2) + "(");
                }
            }
        }
        assertThat(named).isGreaterThan(100);
    }

    @Test
    void sectionsThatAreCompleteNameATestForEachFact() throws IOException {
        for (String section : COMPLETE) {
            List<Row> rows =
                    rows().stream().filter(row -> row.section().equals(section)).toList();
            assertThat(rows).as(section).isNotEmpty().allSatisfy(row -> {
                assertThat(row.tests()).as(row.line()).containsPattern(NAME);
                assertThat(row.line()).doesNotContain("| - |");
            });
        }
    }
}
