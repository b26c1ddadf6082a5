package dev.lathe.it.dataverse;

import dev.lathe.dataverse.Dataverse;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.sandbox.RecordedRequest;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The published client, connected to a sandbox that serves its whole document; the tests of a class share it. */
abstract class PublishedDocumentCalls {

    static final Path DOCUMENT = Path.of("..", "specs", "dataverse", "src", "main", "specs", "dataverse.csdl.xml");

    static Sandbox sandbox;
    static Dataverse crm;

    @BeforeAll
    static void connect() {
        sandbox = Sandbox.start(SandboxOptions.defaults().csdl(DOCUMENT));
        crm = Dataverse.connect(ClientConfig.builder(sandbox.dataverseApiUri())
                .credentials(Credentials.bearer(sandbox.dataverseTokens().issue()))
                .build());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** The latest request: what the client sent. */
    static RecordedRequest sent() {
        return sandbox.requests().last();
    }

    /** Method and what stands behind the service's root. */
    static String line() {
        return sent().method() + " " + sent().target().substring("/api/data/v9.2/".length());
    }
}
