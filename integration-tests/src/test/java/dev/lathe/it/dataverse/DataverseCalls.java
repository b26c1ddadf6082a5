package dev.lathe.it.dataverse;

import dev.lathe.dataverse.Dataverse;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The published client, connected to a sandbox of its own. */
abstract class DataverseCalls {

    Sandbox sandbox;
    Dataverse crm;

    @BeforeEach
    void connect() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        crm = Dataverse.connect(ClientConfig.builder(sandbox.dataverseApiUri())
                .credentials(Credentials.bearer(sandbox.dataverseTokens().issue()))
                .build());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }
}
