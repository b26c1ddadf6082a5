package dev.lathe.runtime.audiencemanager;

import dev.lathe.runtime.Profile;
import dev.lathe.runtime.auth.AdobeIms;
import dev.lathe.runtime.auth.Credentials;
import dev.lathe.runtime.auth.DemdexLogin;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.http.Request;
import java.net.URI;
import java.util.regex.Pattern;

/** Adobe Audience Manager: its hosts, the headers that each request needs, advice on its errors. Stateless and thread-safe. */
public final class AudienceManagerProfile implements Profile {

    /** The one instance. */
    public static final AudienceManagerProfile INSTANCE = new AudienceManagerProfile();

    /** The version that is added to an address without one. */
    public static final String VERSION = "v1";

    /** Production, with a login through Adobe Developer ({@link dev.lathe.runtime.auth.AdobeIms}). */
    public static final URI PRODUCTION = URI.create("https://aam.adobe.io/v1");

    /** Beta, a smaller copy without production's data, with a login through Adobe Developer. */
    public static final URI BETA = URI.create("https://aam-beta.adobe.io/v1");

    /** Production, with the legacy login. */
    public static final URI LEGACY_PRODUCTION = URI.create("https://api.demdex.com/v1");

    /** Beta, with the legacy login. */
    public static final URI LEGACY_BETA = URI.create("https://api-beta.demdex.com/v1");

    private static final Pattern VERSIONED = Pattern.compile("/v\\d+/?$");

    // A code that holds %2F itself travels as %252F and is left alone.
    private static final Pattern UNFIT = Pattern.compile("(?i)%(?:2F|5C|3F)");

    private AudienceManagerProfile() {}

    @Override
    public String id() {
        return "audience-manager";
    }

    /** {@code https://aam.adobe.io} becomes {@code https://aam.adobe.io/v1/}; an address that ends with a version stays. */
    @Override
    public URI baseUri(URI configured) {
        String text = configured.toString();
        String address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return URI.create(VERSIONED.matcher(address).find() ? address + "/" : address + "/" + VERSION + "/");
    }

    /**
     * {@link #PRODUCTION} or {@link #LEGACY_PRODUCTION}, after the login; {@link #LEGACY_BETA} for a
     * {@linkplain DemdexLogin#beta() login to beta}. Tokens of Adobe Developer are the same for both environments.
     */
    @Override
    @SuppressWarnings("deprecation") // the older login is still one
    public URI home(Credentials credentials) {
        if (!isLegacy(credentials)) {
            return PRODUCTION;
        }
        return credentials.login() instanceof DemdexLogin login && login.isBeta() ? LEGACY_BETA : LEGACY_PRODUCTION;
    }

    /**
     * {@link #BETA} or {@link #LEGACY_BETA}, after the login.
     *
     * @throws IllegalArgumentException for a login that may be for either
     */
    public URI beta(Credentials credentials) {
        return isLegacy(credentials) ? LEGACY_BETA : BETA;
    }

    /** Each login has hosts of its own ("Getting Started with REST APIs", Environments). */
    @SuppressWarnings("deprecation") // the older login is still one
    private static boolean isLegacy(Credentials credentials) {
        Credentials login = credentials.login();
        if (!(login instanceof DemdexLogin) && !(login instanceof AdobeIms)) {
            throw new IllegalArgumentException("The environment does not follow from " + login
                    + ": name its address, such as AudienceManager.PRODUCTION for tokens of Adobe Developer"
                    + " or AudienceManager.LEGACY_PRODUCTION for tokens of the older login.");
        }
        return login instanceof DemdexLogin;
    }

    /**
     * Adds what each request has, and refuses a slash, a backslash or a question mark in an id: gateways decode them or
     * turn them down, so that the request would find something else or nothing.
     *
     * @throws IllegalArgumentException for such an id
     */
    @Override
    public void prepare(Request.Builder request) {
        if (UNFIT.matcher(request.uri().getRawPath()).find()) {
            throw new IllegalArgumentException("An id in the path of " + request
                    + " has a '/', a '\\' or a '?' in it, which the service cannot tell from its own. Look the object up"
                    + " with a filter of the list, such as integrationCode, and address it by its number.");
        }
        request.headers().setIfAbsent("Accept", "application/json");
        if (request.hasBody()) {
            request.headers().setIfAbsent("Content-Type", "application/json");
        }
    }

    @Override
    public ApiException error(Failure failure) {
        return ApiException.of(failure.withHint(hint(failure)));
    }

    private static String hint(Failure failure) {
        return switch (failure.status()) {
            case 401 ->
                "The token is missing, wrong or expired, or it is for the other pair of hosts"
                        + " (adobe.io with Adobe Developer, demdex.com with the legacy login).";
            case 403 ->
                "With role-based access, call users/self once, which creates the technical user,"
                        + " and let an administrator add that user to a group.";
            case 415 -> "The service takes bodies of the content type application/json.";
            default -> "";
        };
    }

    @Override
    public String toString() {
        return "AudienceManagerProfile";
    }
}
