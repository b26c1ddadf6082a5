package dev.lathe.samples.audiencesync;

import dev.lathe.audiencemanager.AudienceManager;
import dev.lathe.dataverse.Dataverse;
import dev.lathe.runtime.auth.AdobeIms;
import dev.lathe.runtime.auth.EntraId;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Both ends of the sync: the real services when their credentials are given, a sandbox otherwise. */
record Services(AudienceManager audienceManager, Dataverse dataverse, String description, Runnable closing)
        implements AutoCloseable {

    private static final List<String> VARIABLES = List.of(
            "AAM_CLIENT_ID",
            "AAM_CLIENT_SECRET",
            "AAM_ORG_ID",
            "AAM_SCOPES",
            "DATAVERSE_URL",
            "DATAVERSE_TENANT_ID",
            "DATAVERSE_CLIENT_ID",
            "DATAVERSE_CLIENT_SECRET");

    /**
     * The services that the environment variables name.
     *
     * @param segments how many segments the sandbox has, when it is the sandbox
     * @throws IllegalArgumentException when some of the variables are set and others are not
     */
    static Services open(Map<String, String> environment, int segments) {
        List<String> missing = VARIABLES.stream()
                .filter(name -> value(environment, name).isBlank())
                .toList();
        if (missing.isEmpty()) {
            return real(environment);
        }
        if (missing.size() < VARIABLES.size()) {
            throw new IllegalArgumentException("The real services need these environment variables too: "
                    + String.join(", ", missing) + ". Without any of them the sandbox is used.");
        }
        return sandbox(segments);
    }

    private static Services real(Map<String, String> environment) {
        String url = value(environment, "AAM_URL");
        URI audienceManager = url.isBlank() ? AudienceManager.PRODUCTION : URI.create(url);
        return new Services(
                AudienceManager.connect(
                        audienceManager,
                        AdobeIms.serverToServer(
                                value(environment, "AAM_CLIENT_ID"),
                                value(environment, "AAM_CLIENT_SECRET"),
                                value(environment, "AAM_ORG_ID"),
                                value(environment, "AAM_SCOPES").split("[, ]+"))),
                Dataverse.connect(
                        URI.create(value(environment, "DATAVERSE_URL")),
                        EntraId.clientSecret(
                                value(environment, "DATAVERSE_TENANT_ID"),
                                value(environment, "DATAVERSE_CLIENT_ID"),
                                value(environment, "DATAVERSE_CLIENT_SECRET"))),
                audienceManager.getHost() + " to "
                        + URI.create(value(environment, "DATAVERSE_URL")).getHost(),
                () -> {});
    }

    private static String value(Map<String, String> environment, String name) {
        return Objects.requireNonNullElse(environment.get(name), "");
    }

    private static Services sandbox(int segments) {
        Path csdl = unpackCsdl();
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().csdl(csdl).segments(segments));
        return new Services(
                AudienceManager.connect(
                        sandbox.audienceManagerApiUri(),
                        AdobeIms.serverToServer(
                                        Sandbox.CLIENT_ID,
                                        Sandbox.CLIENT_SECRET,
                                        Sandbox.ORGANIZATION,
                                        Sandbox.ADOBE_SCOPE)
                                .withTokenUri(sandbox.adobeTokenUri())),
                Dataverse.connect(
                        sandbox.dataverseUri(),
                        EntraId.clientSecret(Sandbox.TENANT, Sandbox.CLIENT_ID, Sandbox.CLIENT_SECRET)
                                .withAuthority(sandbox.entraUri())),
                "sandbox on " + sandbox.dataverseUri(),
                () -> {
                    sandbox.close();
                    delete(csdl);
                });
    }

    /** The document that the client was generated from comes with its jar; the sandbox wants a file. */
    private static Path unpackCsdl() {
        try (InputStream document = Dataverse.class.getResourceAsStream("/META-INF/specs/dataverse.csdl.xml")) {
            Objects.requireNonNull(document, "the spec in the jar of dataverse-client");
            Path file = Files.createTempFile("dataverse", ".csdl.xml");
            Files.copy(document, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
