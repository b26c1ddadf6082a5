package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.dataverse.Dataverse;
import dev.lathe.dataverse.LatheAudiencesegment;
import dev.lathe.dataverse.LatheAudiencesegments;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.NotFoundException;
import dev.lathe.runtime.odata.EntityReference;
import dev.lathe.sandbox.Sandbox;
import dev.lathe.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows by the alternate keys that the document declares. */
class AlternateKeysTest {

    private Sandbox sandbox;
    private Dataverse crm;

    @BeforeEach
    void connect() {
        sandbox = Sandbox.start(
                SandboxOptions.defaults().csdl(Path.of("../specs/dataverse/src/main/specs/dataverse.csdl.xml")));
        crm = Dataverse.connect(ClientConfig.builder(sandbox.dataverseApiUri())
                .credentials(Credentials.bearer(sandbox.dataverseTokens().issue()))
                .build());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aRowIsReadWrittenAndDeletedByItsAlternateKey() {
        EntityReference<LatheAudiencesegment> ref = LatheAudiencesegments.refByLatheExternalid("O'Bryan, 5/6 & 100%");
        assertThat(ref).hasToString("lathe_audiencesegments(lathe_externalid='O''Bryan%2C%205%2F6%20%26%20100%25')");
        assertThat(crm.latheAudiencesegments().find(ref)).isEmpty();

        crm.latheAudiencesegments().upsert(ref, new LatheAudiencesegment().setLatheName("first"));
        LatheAudiencesegment row = crm.latheAudiencesegments().get(ref);
        crm.latheAudiencesegments().upsert(ref, new LatheAudiencesegment().setLatheName("second"));

        assertThat(row.getLatheName()).isEqualTo("first");
        assertThat(row.getLatheExternalid()).isEqualTo("O'Bryan, 5/6 & 100%");
        UUID id = row.getLatheAudiencesegmentid();
        assertThat(crm.latheAudiencesegments().get(id).getLatheName()).isEqualTo("second");
        assertThat(crm.latheAudiencesegments()
                        .get(ref, s -> s.select(LatheAudiencesegments.LATHE_NAME))
                        .getLatheName())
                .isEqualTo("second");

        crm.latheAudiencesegments().delete(ref);
        assertThatThrownBy(() -> crm.latheAudiencesegments().get(ref)).isInstanceOf(NotFoundException.class);
    }
}
