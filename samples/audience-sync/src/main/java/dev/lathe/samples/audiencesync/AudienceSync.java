package dev.lathe.samples.audiencesync;

import dev.lathe.runtime.error.ApiException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: reads its options, runs the passes, prints the summary. */
@Command(
        name = "audience-sync",
        mixinStandardHelpOptions = true,
        version = "audience-sync 0.1.0",
        sortOptions = false,
        description = {
            "Copies the segments of Audience Manager, with the names of their traits and data sources,",
            "into the Dataverse table lathe_audiencesegment. What did not change is not written again.",
            ""
        },
        footer = {
            "",
            "Without further settings both services are a sandbox in this process. With these environment",
            "variables they are the real ones:",
            "  AAM_CLIENT_ID, AAM_CLIENT_SECRET, AAM_ORG_ID, AAM_SCOPES [, AAM_URL]",
            "  DATAVERSE_URL, DATAVERSE_TENANT_ID, DATAVERSE_CLIENT_ID, DATAVERSE_CLIENT_SECRET",
            "",
            "Exit status: 0 when all went well, 1 when segments failed, 2 for wrong options, 3 when a service failed."
        })
final class AudienceSync implements Callable<Integer> {

    private static final int SEGMENTS_FAILED = 1;
    private static final int SERVICE_FAILED = 3;

    @Option(
            names = "--segments",
            paramLabel = "N",
            defaultValue = "3000",
            description = "Segments in the sandbox (default: ${DEFAULT-VALUE}).")
    private int segments;

    @Option(
            names = "--passes",
            paramLabel = "N",
            defaultValue = "2",
            description = "How often to sync; a second pass changes nothing (default: ${DEFAULT-VALUE}).")
    private int passes;

    @Option(
            names = "--page-size",
            paramLabel = "N",
            defaultValue = "500",
            description = "Rows to ask for at a time, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int pageSize;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            defaultValue = "Fourth Coffee",
            description = "Account that all rows look up to; made when missing (default: ${DEFAULT-VALUE}).")
    private String account = "";

    @Spec
    private CommandSpec command = CommandSpec.create();

    private final Map<String, String> environment;

    AudienceSync(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new AudienceSync(environment));
    }

    @Override
    public Integer call() {
        checkRange("--segments", segments, 0, 1_000_000);
        checkRange("--passes", passes, 1, 100);
        checkRange("--page-size", pageSize, 1, 1_000);
        PrintWriter out = command.commandLine().getOut();
        try (Services services = open()) {
            out.println("Audience Manager to Dataverse: " + services.description());
            Summary summary = Summary.NOTHING;
            for (int pass = 1; pass <= passes; pass++) {
                out.println("Pass " + pass);
                long start = System.nanoTime();
                summary = new SegmentSync(services, out, Ansi.AUTO.enabled(), pageSize).run(account);
                Duration time = Duration.ofNanos(System.nanoTime() - start);
                out.printf("  %s in %.1f s%n", summary, time.toMillis() / 1000.0);
            }
            out.flush();
            return summary.failed() == 0 ? 0 : SEGMENTS_FAILED;
        } catch (ApiException e) {
            command.commandLine().getErr().println("audience-sync: " + e.getMessage());
            return SERVICE_FAILED;
        }
    }

    private Services open() {
        try {
            return Services.open(environment, segments);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private void checkRange(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    command.commandLine(), "%s is from %,d to %,d, not %,d.".formatted(option, least, most, value));
        }
    }
}
