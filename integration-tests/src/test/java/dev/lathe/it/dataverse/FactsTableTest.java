package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of facts in the README of the Dataverse client: each row names its call and a test that there is. */
class FactsTableTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");
    private static final Pattern CONFIDENCE = Pattern.compile("documented|client|\\[\\?] .+");

    private record Row(int line, String fact, String call, String confidence, String test) {

        boolean isOpen() {
            return call.equals("-") || test.equals("-");
        }

        @Override
        public String toString() {
            return "line " + line + ": " + fact;
        }
    }

    private static List<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("specs/dataverse/README.md"), StandardCharsets.UTF_8);
        List<Row> rows = new ArrayList<>();
        boolean inTable = false;
        for (int i = lines.indexOf("## Facts"); i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.equals("| fact | Java call | confidence | test |")) {
                inTable = true;
                i++;
            } else if (inTable && line.startsWith("|")) {
                String[] cells = line.split(" \\| ", -1);
                assertThat(cells).as("line " + (i + 1) + ": " + line).hasSize(4);
                rows.add(new Row(
                        i + 1,
                        cells[0].substring(1).strip(),
                        cells[1].strip(),
                        cells[2].strip(),
                        cells[3].replaceFirst("\\|$", "").strip()));
            } else {
                inTable = false;
            }
        }
        return rows;
    }

    /** The sources of tests by the names of their classes; several modules may have one of the same name. */
    private static Map<String, List<String>> sources() throws IOException {
        Map<String, List<String>> sources = new TreeMap<>();
        for (String module :
                List.of("runtime", "processor", "integration-tests", "samples/sandbox", "samples/audience-sync")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                    String name = file.getFileName().toString();
                    sources.computeIfAbsent(name.substring(0, name.length() - ".java".length()), n -> new ArrayList<>())
                            .add(Files.readString(file));
                }
            }
        }
        return sources;
    }

    @Test
    void everyRowNamesTestsThatThereAre() throws IOException {
        Map<String, List<String>> sources = sources();
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            if (row.test().equals("-")) {
                continue;
            }
            Matcher name = TEST_NAME.matcher(row.test());
            boolean any = false;
            while (name.find()) {
                any = true;
                String method = name.group(2);
                if (sources.getOrDefault(name.group(1), List.of()).stream()
                        .noneMatch(source -> method == null || hasTest(source, method))) {
                    wrong.add(row + ": there is no test " + name.group());
                }
            }
            if (!any) {
                wrong.add(row + ": '" + row.test() + "' names no test");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Methods of tests have no modifier in this project, and helpers have one. */
    private static boolean hasTest(String source, String method) {
        return Pattern.compile("^    (?:void|Stream<DynamicTest>) " + method + "\\(", Pattern.MULTILINE)
                .matcher(source)
                .find();
    }

    @Test
    void everyRowTellsItsConfidenceAndWhatDecidesWhereSourcesDisagree() throws IOException {
        assertThat(rows())
                .hasSizeGreaterThan(120)
                .allSatisfy(
                        row -> assertThat(row.confidence()).as(row.toString()).matches(CONFIDENCE));
    }

    @Test
    void everyRowHasACallAndATest() throws IOException {
        assertThat(rows()).as("rows without a call or a test").noneMatch(Row::isOpen);
    }
}
