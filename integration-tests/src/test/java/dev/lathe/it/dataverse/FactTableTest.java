package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sections of the table of facts that are whole; that each named test is there, {@link FactsTableTest} sees. */
class FactTableTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("`[A-Z]\\w+Test(?:\\.\\w+)?`");

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
