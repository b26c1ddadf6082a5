package golden.shop;

import dev.lathe.runtime.Answer;
import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.CallSettings;
import dev.lathe.runtime.ClientConfig;
import dev.lathe.runtime.Generated;
import dev.lathe.runtime.Profile;
import dev.lathe.runtime.auth.Credentials;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Client of Shop.
 * <p>Spec: shop.yaml
 * <p>Immutable and safe to share between threads; calls block.
 */
@Generated("dev.lathe.processor.emit.RootClientEmitter")
@NullMarked
@SuppressWarnings("deprecation")
public final class Shop {
    /**
     * {@code https://shop.example/v1}: Production
     */
    public static final URI PRODUCTION = URI.create("https://shop.example/v1");

    private final ApiClient client;

    private Shop(ApiClient client) {
        this.client = client;
    }

    /**
     * A client with default settings. Nothing is sent before the first call.
     *
     * @param baseUri where the service is, such as {@link #PRODUCTION}
     * @param credentials what authorizes the calls
     * @throws IllegalArgumentException if the address has no scheme or host
     */
    public static Shop connect(URI baseUri, Credentials credentials) {
        return connect(ClientConfig.builder(baseUri).credentials(credentials).build());
    }

    /**
     * A client with settings of its own. Nothing is sent before the first call.
     */
    public static Shop connect(ClientConfig config) {
        return new Shop(ApiClient.create(config, Profile.NONE));
    }

    /**
     * A view of this client whose calls are sent with these settings; this client stays as it is.
     */
    public Shop with(Consumer<CallSettings> settings) {
        return new Shop(client.with(CallSettings::new, settings));
    }

    /**
     * Makes a call that tells status and headers too: {@code withResponse(c -> c.pets().get(1))}.
     *
     * @param call gets a view of this client, and returns what it asked of it
     */
    public <T extends @Nullable Object> Answer<T> withResponse(Function<Shop, T> call) {
        return Answer.of(client, Shop::new, call);
    }

    /**
     * What customers bought.
     * <p>Spec: shop.yaml#/tags/0
     */
    public Orders orders() {
        return new OrdersClient(client);
    }
}
