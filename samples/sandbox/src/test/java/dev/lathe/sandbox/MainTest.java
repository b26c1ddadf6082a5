package dev.lathe.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void onlyADocumentOfVersion4WithAContainerIsServed() throws IOException {
        String[] documents = {"no xml at all", "<a/>", """
            <edmx:Edmx xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx" Version="1.0">
              <edmx:DataServices><Schema xmlns="http://schemas.microsoft.com/ado/2008/09/edm" Namespace="n"/></edmx:DataServices>
            </edmx:Edmx>""", """
            <edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">
              <edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n"/></edmx:DataServices>
            </edmx:Edmx>"""};
        for (String document : documents) {
            SandboxOptions options = SandboxOptions.defaults().csdl(file(document));
            assertThatThrownBy(() -> Sandbox.start(options))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("document");
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
