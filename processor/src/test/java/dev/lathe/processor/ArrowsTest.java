package dev.lathe.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Data flows one way: spec, model, plan, source. Reads what each package imports. */
class ArrowsTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/lathe/processor");
    private static final Pattern USE =
            Pattern.compile("\\b(?:java|javax|com|org|io|tools|dev|net)(?:\\.[a-z][a-z0-9_]*)+(?:\\.[A-Z]\\w*)");

    /** What a package may know besides the JDK, JSpecify and itself, by prefix. */
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "model", List.of(),
            "select", List.of("dev.lathe.processor.model."),
            "odata", List.of("dev.lathe.processor.model.", "org.apache.olingo."),
            "openapi",
                    List.of(
                            "dev.lathe.processor.model.",
                            "io.swagger.",
                            "com.fasterxml.jackson.",
                            "org.yaml.snakeyaml."),
            "plan", List.of("dev.lathe.processor.model.", "com.palantir.javapoet."),
            "emit", List.of("dev.lathe.processor.plan.", "com.palantir.javapoet."));

    @Test
    void noPackageKnowsMoreThanItsStageMay() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String stage : ALLOWED.keySet()) {
            for (Path file : sources(stage)) {
                uses(file)
                        .filter(use -> !isAllowed(stage, use))
                        .forEach(use -> broken.add(stage + ": " + file.getFileName() + " uses " + use));
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void everyPackageHasItsRule() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .allMatch(ALLOWED::containsKey);
        }
    }

    private static boolean isAllowed(String stage, String use) {
        return use.startsWith("java.")
                || use.startsWith("javax.")
                || use.startsWith("org.jspecify.")
                || use.startsWith("dev.lathe.processor." + stage + ".")
                || ALLOWED.get(stage).stream().anyMatch(use::startsWith);
    }

    private static List<Path> sources(String stage) throws IOException {
        Path folder = SOURCES.resolve(stage);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Imports, and qualified names in the code; comments and texts that name generated or emitted classes are none. */
    private static Stream<String> uses(Path file) throws IOException {
        String code = Files.readString(file)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\"(?:[^\"\\\\\n]|\\\\.)*\"", "")
                .replaceAll("(?m)^package .*$", "")
                .replaceAll("//.*", "");
        Matcher matcher = USE.matcher(code.replaceAll("import static ", "import "));
        List<String> uses = new ArrayList<>();
        while (matcher.find()) {
            uses.add(matcher.group());
        }
        return uses.stream().distinct();
    }
}
