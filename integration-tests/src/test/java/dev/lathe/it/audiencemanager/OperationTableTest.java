package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of operations in the module's README: complete, and true about its tests. */
class OperationTableTest {

    private static final Path MODULE = Path.of("../specs/audience-manager");
    private static final Pattern ROW = Pattern.compile(
            "\\| `([A-Z]+ /[^`]*)`(?: \\(deprecated\\))? \\| `(aam\\.[^`]*)` \\| (\\w+) \\| `?([^`|]*)`? \\|");
    private static final Pattern METHOD = Pattern.compile("    (get|put|post|delete|patch):");

    private record Row(String call, String confidence, String test) {}

    /** Operation to the rest of its row. */
    private static Map<String, Row> table() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(MODULE.resolve("README.md"), StandardCharsets.UTF_8)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), new Row(row.group(2), row.group(3), row.group(4)));
            }
        }
        return rows;
    }

    /** Read off the indentation, which this document keeps. */
    private static Set<String> operations() throws IOException {
        Set<String> operations = new TreeSet<>();
        String path = "";
        for (String line :
                Files.readAllLines(MODULE.resolve("src/main/specs/audience-manager.yaml"), StandardCharsets.UTF_8)) {
            Matcher method = METHOD.matcher(line);
            if (line.startsWith("  /")) {
                path = line.strip().replaceFirst(":$", "").replace("'", "");
            } else if (method.matches()) {
                operations.add(method.group(1).toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return operations;
    }

    @Test
    void everyOperationOfTheDocumentHasARow() throws IOException {
        assertThat(operations()).hasSize(143);
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(operations());
    }

    @Test
    void everyRowNamesATestThatMakesTheCall() throws Exception {
        for (Map.Entry<String, Row> entry : table().entrySet()) {
            Row row = entry.getValue();
            String[] name = row.test().split("\\.", -1);
            assertThat(name).as(entry.getKey()).hasSize(2);
            Class<?> type = Class.forName(getClass().getPackageName() + "." + name[0]);
            Method test = type.getDeclaredMethod(name[1]);
            assertThat(test.isAnnotationPresent(Test.class)).as(row.test()).isTrue();
            assertThat(test.getAnnotation(Operation.class).value()).contains(entry.getKey());
            assertThat(sourceOf(type)).contains(methodOf(row.call()));
        }
    }

    @Test
    void everyRowTellsTheConfidenceThatTheDocumentHas() throws IOException {
        Map<String, String> confidences = new TreeMap<>();
        new OpenAPIV3Parser()
                .read(MODULE.resolve("src/main/specs/audience-manager.yaml").toString())
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    Map<String, Object> extensions = Objects.requireNonNullElse(operation.getExtensions(), Map.of());
                    confidences.put(
                            method + " " + path,
                            String.valueOf(extensions.getOrDefault("x-lathe-confidence", "documented")));
                }));

        Map<String, String> told = new TreeMap<>();
        table().forEach((operation, row) -> told.put(operation, row.confidence()));
        assertThat(told).isEqualTo(confidences);
        assertThat(confidences.values()).containsOnly("documented", "client", "inferred");
    }

    /** Tests of the client stand here, those of what all clients share in the runtime. */
    @Test
    void everyOtherRowNamesTestsThatAreThere() throws IOException {
        Pattern named = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");
        int tests = 0;
        for (String line : Files.readAllLines(MODULE.resolve("README.md"), StandardCharsets.UTF_8)) {
            if (!line.startsWith("|")) {
                continue;
            }
            Matcher test = named.matcher(line);
            while (test.find()) {
                String source = source(test.group(1));
                assertThat(source).as(line).isNotEmpty();
                if (test.group(2) != null) {
                    assertThat(source).as(line).contains("void " + test.group(2) + "(");
                }
                tests++;
            }
        }
        assertThat(tests).isGreaterThan(200);
    }

    private static String source(String test) throws IOException {
        for (Path folder : List.of(Path.of("src/test/java/dev/lathe/it"), Path.of("../runtime/src/test/java"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                Optional<Path> file =
                        files.filter(f -> f.endsWith(test + ".java")).findFirst();
                if (file.isPresent()) {
                    return Files.readString(file.get());
                }
            }
        }
        return "";
    }

    /** {@code .listIdTypes(} of {@code aam.dataSources().listIdTypes()}. */
    private static String methodOf(String call) {
        return call.replaceFirst("^aam\\.\\w+\\(\\)", "").replaceFirst("\\(.*", "(");
    }

    private static String sourceOf(Class<?> type) throws IOException {
        return Files.readString(Path.of("src/test/java", type.getName().replace('.', '/') + ".java"));
    }
}
