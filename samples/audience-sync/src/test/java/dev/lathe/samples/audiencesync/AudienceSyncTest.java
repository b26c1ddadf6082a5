package dev.lathe.samples.audiencesync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AudienceSyncTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Map<String, String> environment, String... arguments) {
        CommandLine command = AudienceSync.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    @Test
    void theSecondPassChangesNothing() {
        int status = run(Map.of(), "--segments", "250", "--page-size", "40");

        assertThat(status).as(out + "\n" + err).isZero();
        assertThat(out.toString())
                .contains("250 read, 250 created, 0 updated, 0 unchanged, 0 failed")
                .contains("250 read, 0 created, 0 updated, 250 unchanged, 0 failed");
    }

    @Test
    void halfOfTheCredentialsIsAMistakeThatNamesTheOtherHalf() {
        int status = run(Map.of("AAM_CLIENT_ID", "id", "DATAVERSE_CLIENT_SECRET", "very-secret"));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString())
                .contains("AAM_CLIENT_SECRET", "DATAVERSE_URL")
                .doesNotContain("very-secret");
    }

    @Test
    void aPageSizeOutOfRangeIsRefusedBeforeAnythingStarts() {
        assertThat(run(Map.of(), "--page-size", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--page-size is from 1 to 1,000, not 0.");
    }

    @Test
    void helpNamesTheEnvironmentVariables() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.toString()).contains("AAM_CLIENT_ID", "DATAVERSE_URL", "--segments");
    }
}
