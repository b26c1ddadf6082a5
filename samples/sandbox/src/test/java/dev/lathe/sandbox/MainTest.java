package dev.lathe.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(args);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("document.xml"), content);
    }

    @Test
    void helpNamesTheOptions() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--csdl", "--port", "--segments", "--token-life", "Ctrl-C");
    }

    @Test
    void mistakesAreToldInOneLine() throws IOException {
        assertThat(run("--csdl", folder.resolve("missing.xml").toString(), "--port", "0"))
                .isEqualTo(1);
        assertThat(run("--segments", "-1")).isEqualTo(1);
        assertThat(run("--csdl", file("").toString(), "--port", "0")).isEqualTo(1);
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(err.toString())
                .contains("missing.xml", "cannot be negative", "is empty")
                .doesNotContain("\tat ");
    }

    private static String v4(String schema) {
        return """
            <edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">
              <edmx:DataServices>
                <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n">%s</Schema>
              </edmx:DataServices>
            </edmx:Edmx>""".formatted(schema);
    }

    @Test
    void onlyASoundDocumentOfVersion4WithAContainerIsServed() throws IOException {
        Map<String, String> messageOf = Map.of(
                "no xml at all",
                "is not a CSDL document",
                "<a/>",
                "is not an OData V4 document",
                v4("").replace("4.0", "1.0"),
                "is not an OData V4 document",
                v4("").replaceAll("<Schema.*</Schema>", ""),
                "has no schema",
                v4(""),
                "has no entity container",
                v4("<EntityType Name='a' BaseType='n.b'/><EntityType Name='b' BaseType='n.a'/>"
                        + "<EntityContainer Name='c'/>"),
                "derives from itself",
                v4("<EntityContainer Name='c'><EntitySet Name='ghosts' EntityType='n.ghost'/></EntityContainer>"),
                "is not sound");
        for (Map.Entry<String, String> entry : messageOf.entrySet()) {
            SandboxOptions options = SandboxOptions.defaults().csdl(file(entry.getKey()));
            assertThatThrownBy(() -> Sandbox.start(options))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(entry.getValue());
        }
    }

    @Test
    void aTakenPortIsNamed() {
        try (Sandbox first = Sandbox.start(SandboxOptions.defaults())) {
            int port = first.dataverseUri().getPort();
            assertThatThrownBy(() -> Sandbox.start(SandboxOptions.defaults().port(port)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(String.valueOf(port));
        }
    }
}
