package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** The tables of facts in the client's README name tests that exist. */
class FactsTableTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void eachTestThatARowNamesExists() throws IOException {
        Map<String, String> sources = sources();
        List<String> wrong = new ArrayList<>();
        for (String row : rows()) {
            Matcher test = TEST.matcher(lastCell(row));
            boolean any = false;
            while (test.find()) {
                any = true;
                String source = sources.getOrDefault(test.group(1), "");
                if (source.isEmpty() || test.group(2) != null && !source.contains(" " + test.group(2) + "(")) {
                    wrong.add(test.group() + " in " + row);
                }
            }
            if (!any && !lastCell(row).equals("-")) {
                wrong.add("no test in " + row);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void theTablesAreRead() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(150);
    }

    private static String lastCell(String row) {
        String inner = row.substring(0, row.lastIndexOf('|'));
        return inner.substring(inner.lastIndexOf('|') + 1).strip();
    }

    private static List<String> rows() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("specs/dataverse/README.md"));
        return lines.subList(lines.indexOf("## Facts"), lines.size()).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| fact |") && !line.startsWith("| ---"))
                .toList();
    }

    /** All tests of the project, by the names of their classes; those of one name together. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module :
                List.of("runtime", "processor", "integration-tests", "samples/sandbox", "samples/audience-sync")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }
}
