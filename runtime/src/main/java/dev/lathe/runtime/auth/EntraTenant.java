package dev.lathe.runtime.auth;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * A directory of Microsoft Entra ID, and where it issues tokens.
 *
 * @param authority without a slash at the end
 */
record EntraTenant(String authority, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.\\-]*");

    EntraTenant {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "The tenant is the directory's id or one of its domain names, not '" + name + "'.");
        }
    }

    /** A tenant at an authority. */
    static EntraTenant of(URI authority, String name) {
        return new EntraTenant(withoutSlash(authority), name);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static String withoutSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    URI tokenUri() {
        return endpoint("token");
    }

    URI deviceCodeUri() {
        return endpoint("devicecode");
    }

    URI authorizeUri() {
        return endpoint("authorize");
    }

    private URI endpoint(String last) {
        return URI.create(authority + "/" + name + "/oauth2/v2.0/" + last);
    }
}
