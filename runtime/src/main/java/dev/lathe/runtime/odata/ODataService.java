package dev.lathe.runtime.odata;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.json.JsonWriter;
import java.util.Objects;

/** An OData service. Immutable and thread-safe. */
public final class ODataService {

    private final ApiClient client;

    private ODataService(ApiClient client) {
        this.client = client;
    }

    /** The service that a client talks to. */
    public static ODataService create(ApiClient client) {
        return new ODataService(Objects.requireNonNull(client));
    }

    /** The client through which all calls go. */
    public ApiClient client() {
        return client;
    }

    /**
     * A call of a function.
     *
     * @param name as the call writes it: with its namespace if it is bound
     */
    public OperationCall function(String name) {
        return new OperationCall(this, name, false);
    }

    /**
     * A call of an action.
     *
     * @param name as the call writes it: with its namespace if it is bound
     */
    public OperationCall action(String name) {
        return new OperationCall(this, name, true);
    }

    /** What writes bodies; a new one each time. */
    JsonWriter writer() {
        return client.profile().writer().withoutReadOnly();
    }

    String absolute(EntityReference<?> reference) {
        String url = reference.url();
        // $1 stands for a row that another request of the same change set creates
        return url.startsWith("$") || url.startsWith("http://") || url.startsWith("https://")
                ? url
                : client.baseUri() + url;
    }

    @Override
    public String toString() {
        return "ODataService[" + client.baseUri() + "]";
    }
}
