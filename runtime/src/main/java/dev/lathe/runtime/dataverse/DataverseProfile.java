package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.Profile;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.http.Headers;
import dev.lathe.runtime.http.Request;
import dev.lathe.runtime.http.Transport;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.odata.LongQueries;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Dataverse: the environment's address alone is enough, the Web API's path and version are added; the headers
 * that each request needs; its error bodies. Stateless and thread-safe.
 */
public final class DataverseProfile implements Profile {

    /** The one instance. */
    public static final DataverseProfile INSTANCE = new DataverseProfile();

    /** The version that is added to an address without one. */
    public static final String VERSION = "v9.2";

    // "Compose HTTP requests and handle errors": 32 KB, and 64 KB within a batch
    private static final int LONGEST_URL = 32_768;
    private static final int LONGEST_URL_IN_BATCH = 65_536;

    private static final Pattern VERSIONED = Pattern.compile("/v\\d+\\.\\d+/?$");

    /** What people copy from a browser, or have from an older program. */
    private static final Pattern NO_ROOT =
            Pattern.compile("/[^/]*\\.(aspx|svc)(/|$)|/\\$metadata/?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{9,10}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{8}");
    private static final Pattern API_HOST = Pattern.compile("([^.]+)\\.api(\\.crm[^.]*\\..+)");

    private DataverseProfile() {}

    @Override
    public String id() {
        return "dataverse";
    }

    /**
     * {@code https://contoso.crm4.dynamics.com} becomes {@code https://contoso.crm4.dynamics.com/api/data/v9.2/}; an
     * address that ends with a version stays as it is.
     *
     * @throws IllegalArgumentException for the address of a page, of the metadata or of the older service
     */
    @Override
    public URI baseUri(URI configured) {
        String text = configured.toString();
        if (NO_ROOT.matcher(text).find()) {
            throw new IllegalArgumentException("The base address '" + text
                    + "' is not the environment's, but that of something in it. Use what stands before it, such as"
                    + " https://contoso.crm4.dynamics.com.");
        }
        String address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (VERSIONED.matcher(address).find()) {
            return URI.create(address + "/");
        }
        return URI.create(address + (address.endsWith("/api/data") ? "/" : "/api/data/") + VERSION + "/");
    }

    /** The environment's address, without {@code .api}: the name that tokens use. */
    @Override
    public URI audience(URI baseUri) {
        return URI.create(organization(baseUri));
    }

    /** The environment is reachable as {@code contoso.crm4…} and {@code contoso.api.crm4…}. */
    @Override
    public boolean isSameService(URI baseUri, URI target) {
        return organization(baseUri).equals(organization(target));
    }

    private static String organization(URI uri) {
        URI origin = Profile.NONE.audience(uri);
        Matcher api = API_HOST.matcher(origin.getHost());
        return api.matches() && isMicrosofts(origin.getHost())
                ? origin.getScheme() + "://" + api.group(1) + api.group(2)
                        + (origin.getPort() < 0 ? "" : ":" + origin.getPort())
                : origin.toString();
    }

    // Elsewhere, contoso.api.crm.example.org and contoso.crm.example.org may be two parties.
    private static boolean isMicrosofts(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".dynamics.com")
                || name.endsWith(".dynamics.cn")
                || name.endsWith(".microsoftdynamics.us")
                || name.endsWith(".microsoftdynamics.de")
                || name.endsWith(".appsplatform.us");
    }

    /**
     * A query that is longer than a URL may be goes out in a batch of its own, where it may have twice that length. All
     * requests of a client wait where the service's protection limits leave no room for them: at most 50 are on their way at
     * once, or as many as {@code x-ms-dop-hint} says; they come slower when the rate limit headers say that little is left;
     * and after a 429 all wait for as long as {@code Retry-After} says. A wait is interruptible, ends after 10 minutes, and
     * is no part of a request's time-out.
     */
    @Override
    public Transport transport(URI baseUri, Transport transport) {
        return new LongQueries(baseUri, new LimitGate(transport), LONGEST_URL, LONGEST_URL_IN_BATCH);
    }

    @Override
    public void prepare(Request.Builder request) {
        Headers.Builder headers = request.headers();
        headers.setIfAbsent("Accept", "application/json");
        headers.setIfAbsent("OData-MaxVersion", "4.0");
        headers.setIfAbsent("OData-Version", "4.0");
        // The word null stands against caches on the way; a real condition replaces it.
        headers.setIfAbsent("If-None-Match", "null");
        if (request.hasBody()) {
            headers.setIfAbsent("Content-Type", "application/json");
        }
    }

    /** Bytes in plain base64, and names of types without {@code #}, as Microsoft's pages have it. */
    @Override
    public JsonWriter writer() {
        return new JsonWriter().withPaddedBytes().withBareTypeNames();
    }

    @Override
    public @Nullable String requestId(Headers answer) {
        String id = answer.firstOrNull("x-ms-service-request-id");
        return id != null ? id : answer.firstOrNull("REQ_ID");
    }

    /** Recognises what the service tells by code rather than by status. Codes come in lower case, {@code 0x80040220}. */
    @Override
    public ApiException error(Failure failure) {
        String code = hexadecimal(failure.body().code());
        Failure known = failure.withAnswer(
                        failure.status(), failure.headers(), failure.body().withCode(code))
                .withHint(hint(failure));
        // 412 by the newer documents, 500 by an older one: the code decides
        return switch (code) {
            case DataverseErrors.DUPLICATE_RECORD, DataverseErrors.DUPLICATE_RECORDS_FOUND ->
                new DuplicateRecordException(known);
            case DataverseErrors.CONCURRENCY_VERSION_MISMATCH -> new ConcurrencyMismatchException(known);
            default -> ApiException.of(known);
        };
    }

    /** Documents write some codes as signed numbers: -2147015902 is 0x80072322. */
    private static String hexadecimal(String code) {
        return NUMBER.matcher(code).matches()
                ? String.format("0x%08x", (int) Long.parseLong(code))
                : HEXADECIMAL.matcher(code).matches() ? code.toLowerCase(Locale.ROOT) : code;
    }

    private static String hint(Failure failure) {
        return switch (failure.status()) {
            case 401 ->
                "There are no credentials, the token is not for this environment, or its application has no application user there.";
            case 403 ->
                "A security role of the caller lacks the privilege, or the caller may not act for another user.";
            case 429 -> "A service protection limit was reached; it counts for each user and web server.";
            default -> "";
        };
    }

    @Override
    public String toString() {
        return "DataverseProfile";
    }
}
