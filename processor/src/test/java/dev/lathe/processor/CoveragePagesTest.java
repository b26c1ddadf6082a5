package dev.lathe.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference pages tell the truth: each test that they name exists, each code that the processor has is there. */
class CoveragePagesTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

    @ParameterizedTest
    @ValueSource(strings = {"coverage.md", "coverage-odata.md"})
    void eachTestThatIsNamedExists(String page) throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        Matcher named = TEST.matcher(Files.readString(DOCS.resolve(page)));
        int count = 0;
        for (; named.find(); count++) {
            String source = tests.getOrDefault(named.group(1), "");
            String method = named.group(2);
            if (source.isEmpty() || (method != null && !source.contains(" void " + method + "("))) {
                missing.add(named.group());
            }
        }

        assertThat(missing).isEmpty();
        assertThat(count).isGreaterThan(20);
    }

    @Test
    void eachCodeIsOnAPage() throws IOException {
        String pages =
                Files.readString(DOCS.resolve("coverage.md")) + Files.readString(DOCS.resolve("coverage-odata.md"));

        assertThat(ProblemCodesTest.codes())
                .isNotEmpty()
                .allSatisfy((code, files) ->
                        assertThat(pages).as("%s of %s", code, files).contains("`" + code + "`"));
    }

    @Test
    void whatIsSaidToHaveAnEffectNamesATest() throws IOException {
        List<String> bare = Files.readAllLines(DOCS.resolve("coverage.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && line.endsWith("| |"))
                .filter(line -> !line.contains("| passed over"))
                .toList();

        assertThat(bare).isEmpty();
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }
}
