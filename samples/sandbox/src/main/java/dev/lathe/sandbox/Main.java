package dev.lathe.sandbox;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the sandbox from a command line and runs until it is interrupted. */
@Command(
        name = "lathe-sandbox",
        mixinStandardHelpOptions = true,
        version = "lathe-sandbox 0.1.0",
        description = "Serves stand-ins for Dataverse and Audience Manager on 127.0.0.1, with all data in memory.",
        footer = {"", "Stop it with Ctrl-C."})
public final class Main implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--csdl",
            paramLabel = "FILE",
            description = "OData V4 CSDL document that Dataverse serves. Default: a small one of its own.")
    private @Nullable Path csdl;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port to listen on; 0 picks a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--segments",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many segments Audience Manager starts with. Default: ${DEFAULT-VALUE}.")
    private int segments;

    @Option(
            names = "--token-life",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "How long access tokens are accepted. Default: ${DEFAULT-VALUE}.")
    private long tokenLife;

    /** Exit code 0 after an interrupt, 1 when the sandbox cannot start, 2 for a wrong command line. */
    public static void main(String[] args) {
        // Jetty and Olingo log through SLF4J; without a backend that is a warning nobody can act on here.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        try (Sandbox sandbox = Sandbox.start(options())) {
            print(sandbox, out);
            CountDownLatch interrupted = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(interrupted::countDown));
            interrupted.await();
            return 0;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            err.println("lathe-sandbox: " + e.getMessage());
            err.flush();
            return 1;
        }
    }

    private SandboxOptions options() {
        SandboxOptions options = SandboxOptions.defaults()
                .port(port)
                .segments(segments)
                .tokenLife(Duration.ofSeconds(tokenLife))
                .keptRequests(0);
        return csdl == null ? options : options.csdl(csdl);
    }

    private static void print(Sandbox sandbox, PrintWriter out) {
        out.println("Dataverse           " + sandbox.dataverseApiUri());
        out.println("  tokens            " + sandbox.dataverseTokenUri());
        out.println("  scope             " + sandbox.dataverseScope());
        out.println("Audience Manager    " + sandbox.audienceManagerApiUri());
        out.println("  tokens            " + sandbox.adobeTokenUri());
        out.println("Client id, secret   " + Sandbox.CLIENT_ID + ", " + Sandbox.CLIENT_SECRET);
        out.flush();
    }
}
