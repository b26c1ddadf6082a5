package dev.lathe.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.emit.Emitters;
import dev.lathe.processor.model.FrontEnd;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecSource;
import dev.lathe.processor.odata.ODataFrontEnd;
import dev.lathe.processor.openapi.OpenApiFrontEnd;
import dev.lathe.processor.plan.PlanRequest;
import dev.lathe.processor.plan.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The exact text that comes out for small specs. The expected files stand in {@code src/test/java/golden} and are
 * compiled by the build. {@code mvn -pl processor test -Dgoldens=update} rewrites them.
 */
class GoldenTest {

    private static final Path GOLDENS = Path.of("src", "test", "java");

    @ParameterizedTest
    @CsvSource({"shop.yaml, golden.shop", "crm.csdl.xml, golden.crm"})
    void outputIsExactlyTheGolden(String spec, String packageName) throws IOException {
        Map<String, String> actual = generate(spec, packageName);
        Path folder = GOLDENS.resolve(packageName.replace('.', '/'));
        if ("update".equals(System.getProperty("goldens"))) {
            update(folder, actual);
        }

        assertThat(actual)
                .as("run 'mvn -pl processor test -Dgoldens=update' when the difference is meant")
                .containsExactlyInAnyOrderEntriesOf(read(folder));
    }

    private static Map<String, String> generate(String spec, String packageName) throws IOException {
        byte[] content =
                GoldenTest.class.getResourceAsStream("/goldens/" + spec).readAllBytes();
        FrontEnd frontEnd = spec.endsWith(".xml") ? new ODataFrontEnd() : new OpenApiFrontEnd();
        Problems problems = new Problems();
        var model = frontEnd.read(new SpecSource(spec, content, Optional.empty(), Optional.empty()), problems);
        var plan = Planner.plan(model.orElseThrow(), new PlanRequest(packageName, "", "", true), problems);
        assertThat(problems.all()).isEmpty();
        Map<String, String> files = new TreeMap<>();
        Emitters.emit(plan).forEach(file -> files.put(file.typeSpec().name() + ".java", file.toString()));
        return files;
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (var paths = Files.list(folder)) {
                for (Path path : paths.toList()) {
                    files.put(path.getFileName().toString(), Files.readString(path));
                }
            }
        }
        return files;
    }

    private static void update(Path folder, Map<String, String> actual) throws IOException {
        Files.createDirectories(folder);
        for (String orphan : read(folder).keySet()) {
            if (!actual.containsKey(orphan)) {
                Files.delete(folder.resolve(orphan));
            }
        }
        for (var file : actual.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
