package dev.lathe.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same document gives the same sources, byte for byte, under another locale, time zone, default charset and JDK. The
 * other JDK is the one that {@code LATHE_OTHER_JDK} names in the environment.
 */
class DeterminismTest {

    private static final List<String> PLAIN =
            List.of("-Duser.language=en", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8");

    private static final List<String> FOREIGN = List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=ISO-8859-9",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=0");

    @TempDir
    Path folder;

    @Test
    void ourOwnDocumentsGiveTheSameSourcesElsewhere() throws Exception {
        List<String> here = digests(System.getProperty("java.home"), PLAIN, "own");

        assertThat(here).hasSameSizeAs(Corpus.own());
        assertThat(digests(System.getProperty("java.home"), FOREIGN, "own")).isEqualTo(here);
    }

    @Test
    void ourOwnDocumentsGiveTheSameSourcesOnAnotherJdk() throws Exception {
        assertThat(digests(otherJdk(), FOREIGN, "own"))
                .isEqualTo(digests(System.getProperty("java.home"), PLAIN, "own"));
    }

    @Test
    @Tag("campaign")
    void theWholeCorpusGivesTheSameSourcesElsewhere() throws Exception {
        assumeTrue(!Corpus.sound().isEmpty(), "skipped: there is no ../shared/corpus");
        List<String> here = digests(System.getProperty("java.home"), PLAIN, "corpus");

        assertThat(here).hasSameSizeAs(Corpus.sound());
        assertThat(digests(System.getProperty("java.home"), FOREIGN, "corpus")).isEqualTo(here);
    }

    @Test
    @Tag("campaign")
    void theWholeCorpusGivesTheSameSourcesOnAnotherJdk() throws Exception {
        assumeTrue(!Corpus.sound().isEmpty(), "skipped: there is no ../shared/corpus");
        assertThat(digests(otherJdk(), FOREIGN, "corpus"))
                .isEqualTo(digests(System.getProperty("java.home"), PLAIN, "corpus"));
    }

    private static String otherJdk() {
        String home = System.getenv("LATHE_OTHER_JDK");
        assumeTrue(home != null && !home.isEmpty(), "skipped: LATHE_OTHER_JDK names no JDK");
        return home;
    }

    private List<String> digests(String javaHome, List<String> settings, String which)
            throws IOException, InterruptedException {
        Path result = Files.createTempFile(folder, "digests", ".txt");
        File log = Files.createTempFile(folder, "log", ".txt").toFile();
        List<String> command = new ArrayList<>();
        command.add(Path.of(javaHome, "bin", "java").toString());
        command.addAll(settings);
        command.addAll(List.of(
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Digests.class.getName(),
                which,
                result.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertThat(process.waitFor(20, TimeUnit.MINUTES)).as("ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
        return Files.readAllLines(result);
    }
}
