package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.dataverse.WhoAmIResponse;
import dev.lathe.runtime.dataverse.BackgroundOperation;
import dev.lathe.runtime.dataverse.BackgroundOperation.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Operations in the background. The sandbox takes any operation that it knows; the service those that are custom APIs. */
class BackgroundTest extends DataverseCalls {

    @Test
    void anOperationHasTheSameResultInTheBackground() throws Exception {
        WhoAmIResponse expected = crm.whoAmI();

        BackgroundOperation<WhoAmIResponse> operation = BackgroundOperation.start(crm::with, c -> c.whoAmI());

        assertThat(operation.id()).isPresent();
        assertThat(operation.poll()).isEqualTo(State.RUNNING);
        WhoAmIResponse found = operation.await(Duration.ofMillis(10), Duration.ofSeconds(30));
        assertThat(found.getUserId()).isEqualTo(expected.getUserId());
        assertThat(found.getOrganizationId()).isEqualTo(expected.getOrganizationId());
        assertThat(sandbox.requests().last().path())
                .isEqualTo("/api/backgroundoperation/" + operation.id().orElseThrow());
    }

    @Test
    void anOperationIsGivenUp() {
        BackgroundOperation<WhoAmIResponse> operation = BackgroundOperation.start(crm::with, c -> c.whoAmI());

        operation.cancel();

        assertThat(operation.poll()).isEqualTo(State.CANCELED);
    }

    @Test
    void otherCallsAreAnsweredAtOnce() {
        BackgroundOperation<Long> count =
                BackgroundOperation.start(crm::with, c -> c.accounts().count());

        assertThat(count.id()).isEmpty();
        assertThat(count.result()).hasValue(0L);
    }
}
