package dev.lathe.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each code that a problem may have is named by a test: an error nobody has seen is not known to work. */
class ProblemCodesTest {

    /** Calls that report a problem; its code is their first argument. */
    private static final Pattern REPORT = Pattern.compile("\\b(?:error|warning|warn|warnOnce|SpecRefused)\\(");

    private static final Pattern CODE = Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\"");

    /** A message that is written out with its code. */
    private static final Pattern SPELLED = Pattern.compile("\"\\[([a-z]+(?:-[a-z]+)*)] ");

    @Test
    void everyCodeIsNamedByATest() throws IOException {
        String tests = texts(Path.of("src/test/java")).entrySet().stream()
                .filter(file -> !file.getKey().endsWith("ProblemCodesTest.java"))
                .map(Map.Entry::getValue)
                .collect(joining("\n"));
        Map<String, Set<String>> codes = codes();

        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(codes.keySet())
                .as("codes and where they are used: %s", codes)
                .allSatisfy(code -> assertThat(tests).containsPattern("[\"\\[|, ]" + code + "[\"\\]|, ]"));
    }

    @Test
    void everyCodeIsKnownWhereWarningsAreKeptBack() throws IOException {
        assertThat(reported().keySet()).containsExactlyInAnyOrderElementsOf(KnownCodes.ALL);
    }

    /** Each code to the files that use it. */
    static Map<String, Set<String>> codes() throws IOException {
        Map<String, Set<String>> codes = reported();
        for (Map.Entry<String, String> file : texts(Path.of("src/main/java")).entrySet()) {
            collect(SPELLED.matcher(file.getValue()), file.getKey(), codes);
        }
        return codes;
    }

    private static Map<String, Set<String>> reported() throws IOException {
        Map<String, Set<String>> codes = new TreeMap<>();
        for (Map.Entry<String, String> file : texts(Path.of("src/main/java")).entrySet()) {
            Matcher call = REPORT.matcher(file.getValue());
            while (call.find()) {
                collect(CODE.matcher(firstArgument(file.getValue(), call.end())), file.getKey(), codes);
            }
        }
        return codes;
    }

    private static void collect(Matcher found, String file, Map<String, Set<String>> codes) {
        while (found.find()) {
            codes.computeIfAbsent(found.group(1), code -> new TreeSet<>()).add(file);
        }
    }

    /** The text up to the comma or bracket that ends the argument. */
    private static String firstArgument(String source, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && "([{".indexOf(c) >= 0) {
                depth++;
            } else if (!quoted && ")]}".indexOf(c) >= 0 && depth-- == 0 || !quoted && c == ',' && depth == 0) {
                return source.substring(from, i);
            }
        }
        throw new AssertionError("an argument without an end");
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
        }
        for (Path file : files) {
            texts.put(folder.relativize(file).toString(), Files.readString(file));
        }
        return texts;
    }
}
