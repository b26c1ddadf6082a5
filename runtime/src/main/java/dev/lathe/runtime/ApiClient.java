package dev.lathe.runtime;

import dev.lathe.runtime.auth.Authorizer;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.http.Transport;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one door that generated code calls. Immutable and thread-safe. */
public final class ApiClient {

    private final ClientConfig config;
    private final Profile profile;
    private final URI baseUri;
    private final Servers servers;
    private final Exchange exchange;
    private final CallSettings settings;

    private ApiClient(
            ClientConfig config,
            Profile profile,
            URI baseUri,
            Servers servers,
            Exchange exchange,
            CallSettings settings) {
        this.config = config;
        this.profile = profile;
        this.baseUri = baseUri;
        this.servers = servers;
        this.exchange = exchange;
        this.settings = settings;
    }

    /**
     * A client of the service that the configuration names. Talks to nobody yet.
     *
     * @param servers addresses that the service's document names, with variables in braces. A client that is connected to
     *     none of their hosts sends nothing to servers of operations ({@link Call#server}). None when the document does not
     *     tell where its service is
     */
    public static ApiClient create(ClientConfig config, Profile profile, String... servers) {
        Objects.requireNonNull(config, "config");
        URI baseUri = withSlash(profile.baseUri(config.baseUri()));
        Authorizer authorizer = config.credentials()
                .connect(new Credentials.Service(baseUri, profile.audience(baseUri), config.transport()));
        return new ApiClient(
                config,
                profile,
                baseUri,
                new Servers(config, baseUri, List.of(servers)),
                new Exchange(config, profile, baseUri, authorizer),
                new CallSettings());
    }

    /** A client with all defaults. */
    public static ApiClient create(URI baseUri, Credentials credentials, Profile profile) {
        return create(ClientConfig.builder(baseUri).credentials(credentials).build(), profile);
    }

    private static URI withSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? uri : URI.create(text + "/");
    }

    /** A view of this client whose calls have these settings on top of those that they have already. */
    public ApiClient with(Consumer<? super CallSettings> options) {
        return with(CallSettings::new, options);
    }

    /** Like {@link #with(Consumer)} with the settings of a service: {@code http.with(DataverseSettings::new, options)}. */
    public <S extends CallSettings> ApiClient with(Supplier<S> newSettings, Consumer<? super S> options) {
        S changed = newSettings.get();
        changed.addAll(settings);
        options.accept(changed);
        // copied: whoever keeps the settings cannot change the view afterwards
        Transport other = changed.transport();
        return new ApiClient(
                config,
                profile,
                baseUri,
                servers,
                other == null ? exchange : exchange.via(other),
                new CallSettings().addAll(changed));
    }

    /**
     * Makes calls whose requests somebody else carries: once each, without credentials, and unheard by listeners. Batches
     * are made of it.
     *
     * @param calls gets a view of this client. Other clients send nothing from its thread meanwhile: their calls end with an
     *     {@link IllegalStateException}
     */
    public <T extends @Nullable Object> T via(Transport transport, Function<? super ApiClient, ? extends T> calls) {
        var view = new ApiClient(config, profile, baseUri, servers, exchange.via(transport), settings);
        return view.exchange.alone(() -> calls.apply(view));
    }

    /**
     * Starts a call.
     *
     * @param method upper-case HTTP method
     * @param pathTemplate below the base address, with {@code {name}} for each path parameter
     */
    public Call call(String method, String pathTemplate) {
        return new Call(this, method, pathTemplate, null);
    }

    /**
     * Starts a call to an address that the service named, such as the link to the next page. The address is used as it
     * is; a relative one is resolved against the base address. Credentials and settings go along when it belongs to the
     * service that was configured, and to nobody else.
     *
     * @param link absolute or relative
     * @param template stands for the link in messages
     * @throws dev.lathe.runtime.error.InvalidResponseException when it is no http(s) address
     */
    public Call link(String method, String link, String template) {
        return new Call(this, method, template, Links.resolve(baseUri, link, method, template));
    }

    /** Where the service's paths stand; ends with a slash. */
    public URI baseUri() {
        return baseUri;
    }

    Servers servers() {
        return servers;
    }

    /** What is special to the service. */
    public Profile profile() {
        return profile;
    }

    /**
     * The exception for an answer that did not come by itself, such as one inside of a batch.
     *
     * @param request what was asked, for its method, template and secrets
     */
    public ApiException error(Request request, Response response) {
        return exchange.error(Objects.requireNonNull(request, "request"), response);
    }

    Exchange exchange() {
        return exchange;
    }

    CallSettings settings() {
        return settings;
    }

    ClientConfig config() {
        return config;
    }

    @Override
    public String toString() {
        return "ApiClient[" + baseUri + ", " + profile.id() + "]";
    }
}
