package dev.lathe.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ODataClient;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;

/** Eclipse's compiler has annotation processing of its own, with a {@code Filer} that knows its outputs only. */
class EclipseCompilerTest {

    private static final String ANNOTATED = "@dev.lathe.ODataClient(\"shop.xml\")\npackage shop;\n";

    @TempDir
    Path folder;

    private final StringWriter log = new StringWriter();

    @Test
    void aClientIsGeneratedAndCompiled() throws Exception {
        write("src/shop/shop.xml", Documents.csdl());
        write("src/shop/package-info.java", ANNOTATED);
        write("src/use/Use.java", """
                package use;
                class Use {
                    Integer number(shop.Order order) {
                        return order.setRemark("checked").getNumber();
                    }
                }
                """);

        assertThat(compile()).as(log.toString()).isTrue();

        assertThat(folder.resolve("classes/shop/Orders.class")).exists();
        assertThat(folder.resolve("classes/use/Use.class")).exists();
        assertThat(folder.resolve("gen/shop/Order.java")).exists();
        assertThat(log.toString()).contains("Lathe: shop.xml: read OData 4.0");
    }

    // This compiler has no line for a message about a package.
    @Test
    void aMissingSpecIsOneErrorWithThePlaces() throws Exception {
        write("src/shop/package-info.java", ANNOTATED);

        assertThat(compile()).isFalse();

        assertThat(log.toString())
                .contains("1 problem (1 error)")
                .contains("[spec-not-found] There is no spec 'shop.xml'")
                .contains("looked at " + folder.resolve("src/shop/shop.xml"));
        try (Stream<Path> generated = Files.list(folder.resolve("gen"))) {
            assertThat(generated).isEmpty();
        }
    }

    private boolean compile() throws IOException, URISyntaxException {
        write("pom.xml", "<project/>");
        Files.createDirectories(folder.resolve("gen"));
        Files.createDirectories(folder.resolve("classes"));
        // The class path has to come first: otherwise this compiler takes it for the path of processors as well.
        List<String> arguments = new ArrayList<>(List.of(
                "-17",
                "-cp",
                home(ODataClient.class) + File.pathSeparator + home(JsonParser.class),
                "-processorpath",
                System.getProperty("java.class.path"),
                "-s",
                folder.resolve("gen").toString(),
                "-d",
                folder.resolve("classes").toString()));
        try (Stream<Path> all = Files.walk(folder.resolve("src"))) {
            all.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .forEach(arguments::add);
        }
        var out = new PrintWriter(log);
        return BatchCompiler.compile(arguments.toArray(String[]::new), out, out, null);
    }

    private static String home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
