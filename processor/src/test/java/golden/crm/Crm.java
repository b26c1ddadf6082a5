package golden.crm;

import dev.lathe.runtime.Answer;
import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.CallSettings;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.Generated;
import dev.lathe.runtime.Profile;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.json.Scalars;
import dev.lathe.runtime.odata.Batch;
import dev.lathe.runtime.odata.ODataService;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Client of Crm.
 * <p>Spec: crm.csdl.xml
 * <p>Immutable and safe to share between threads; calls block.
 */
@Generated("dev.lathe.processor.emit.RootClientEmitter")
@NullMarked
public final class Crm {
    private final ApiClient client;

    private final ODataService service;

    private Crm(ApiClient client) {
        this.client = client;
        this.service = ODataService.create(client);
    }

    /**
     * A client with default settings. Nothing is sent before the first call.
     *
     * @param baseUri the service's root, such as {@code https://example.com/odata}: what stands before {@code $metadata}
     * @param credentials what authorizes the calls
     * @throws IllegalArgumentException if the address has no scheme or host
     */
    public static Crm connect(URI baseUri, Credentials credentials) {
        return connect(ClientConfig.builder(baseUri).credentials(credentials).build());
    }

    /**
     * A client with settings of its own. Nothing is sent before the first call.
     */
    public static Crm connect(ClientConfig config) {
        return new Crm(ApiClient.create(config, Profile.NONE));
    }

    /**
     * A view of this client whose calls are sent with these settings; this client stays as it is.
     */
    public Crm with(Consumer<CallSettings> settings) {
        return new Crm(client.with(CallSettings::new, settings));
    }

    /**
     * Makes a call that tells status and headers too: {@code withResponse(c -> c.pets().get(1))}.
     *
     * @param call gets a view of this client, and returns what it asked of it
     */
    public <T extends @Nullable Object> Answer<T> withResponse(Function<Crm, T> call) {
        return Answer.of(client, Crm::new, call);
    }

    /**
     * A batch, to send many calls in one request. Empty at first.
     */
    public Batch<Crm> batch() {
        return Batch.of(client, Crm::new);
    }

    /**
     * Entity set accounts.
     * <p>Spec: crm.csdl.xml#Crm/accounts
     */
    public Accounts accounts() {
        return new AccountsClient(service);
    }

    /**
     * Entity set tasks.
     * <p>Spec: crm.csdl.xml#Crm/tasks
     */
    public Tasks tasks() {
        return new TasksClient(service);
    }

    /**
     * Entity set lines.
     * <p>Spec: crm.csdl.xml#Crm/lines
     */
    public Lines lines() {
        return new LinesClient(service);
    }

    /**
     * Singleton Owner.
     * <p>Spec: crm.csdl.xml#Crm/Owner
     */
    public Owner owner() {
        return new OwnerClient(service);
    }

    /**
     * Function Version.
     * <p>Spec: crm.csdl.xml#Version
     *
     * @throws ApiException if the service refuses or cannot be reached
     */
    public @Nullable String version() {
        return service.function("Version")
                .readValueOrNull(Scalars.STRING);
    }
}
