package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first call of a newcomer, word for word as the README has it: compiled, and run in a JVM of its own. It asks for
 * Adobe's hosts by their names and over https; a proxy leads it to the sandbox.
 */
class FirstCallTest {

    @TempDir
    private Path folder;

    private static String snippet(String title) throws IOException {
        Matcher snippet = Pattern.compile("## " + title + "\n+```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../specs/audience-manager/README.md")));
        assertThat(snippet.find()).isTrue();
        return snippet.group(1);
    }

    private static String firstCall() throws IOException {
        return """
                import dev.lathe.audiencemanager.AudienceManager;
                import dev.lathe.runtime.auth.AdobeIms;

                class FirstCall {
                    public static void main(String[] args) {
                        String clientId = args[0];
                        String clientSecret = args[1];
                        String organizationId = args[2];
                        String[] scopes = {args[3]};
                %s
                    }
                }
                """.formatted(snippet("The first call"));
    }

    private Path compiled(String name, String text) throws IOException {
        Path source = Files.writeString(folder.resolve(name + ".java"), text);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        int status = javac.run(
                null,
                null,
                null,
                "-proc:none",
                "-Xlint:all,-path,-options",
                "-Werror",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
        assertThat(status).isZero();
        return folder;
    }

    @Test
    void itIsAtMostSixLinesLong() throws IOException {
        assertThat(snippet("The first call").lines()).hasSizeBetween(1, 6);
    }

    @Test
    void theNextOnesCompileAsWell() throws IOException {
        compiled("MoreCalls", """
                import dev.lathe.audiencemanager.*;
                import dev.lathe.runtime.audiencemanager.BulkDelete;
                import java.util.List;

                class MoreCalls {
                    static void run(AudienceManager aam, Segment loyal, List<Long> sids, long sid) {
                %s
                    }
                }
                """.formatted(snippet("More than one request")));
    }

    @Test
    void itListsSegmentsOfProduction() throws Exception {
        Certificate certificate = Certificate.of(
                Files.createDirectory(folder.resolve("tls")), "dns:aam.adobe.io", "dns:ims-na1.adobelogin.com");
        try (Sandbox sandbox =
                        Sandbox.start(SandboxOptions.defaults().segments(30).tls(certificate.server()));
                Tunnel proxy = new Tunnel(sandbox.audienceManagerUri().getPort())) {
            Process newcomer = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dhttps.proxyHost=127.0.0.1",
                            "-Dhttps.proxyPort=" + proxy.port(),
                            "-Djavax.net.ssl.trustStore=" + certificate.trustFile(),
                            "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD,
                            "-cp",
                            compiled("FirstCall", firstCall())
                                    + System.getProperty("path.separator")
                                    + System.getProperty("java.class.path"),
                            "FirstCall",
                            Sandbox.CLIENT_ID,
                            Sandbox.CLIENT_SECRET,
                            Sandbox.ORGANIZATION,
                            Sandbox.ADOBE_SCOPE))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(newcomer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(newcomer.waitFor()).as(said).isZero();
            assertThat(said.lines()).hasSize(20).allMatch(line -> line.matches("\\d+ \\S.*"));
            assertThat(proxy.asked()).contains("ims-na1.adobelogin.com:443", "aam.adobe.io:443");
            assertThat(proxy.asked()).containsOnly("ims-na1.adobelogin.com:443", "aam.adobe.io:443");
        }
    }
}
