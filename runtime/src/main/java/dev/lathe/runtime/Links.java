package dev.lathe.runtime;

import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.InvalidResponseException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses that a service names in its answers. */
final class Links {

    private Links() {}

    /** The absolute address; characters that no address may hold are encoded, all others stay as they are. */
    static URI resolve(URI base, String link, String method, String template) {
        URI uri = parse(link, method, template);
        URI target = uri.isAbsolute() ? uri : base.resolve(uri);
        String scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
        // A user name in a link has no honest use: https://known.example@other.example/ leads to the other one.
        if (target.getHost() == null
                || target.getRawUserInfo() != null
                || !(scheme.equals("https") || scheme.equals("http"))) {
            throw unusable(method, template);
        }
        return target;
    }

    // Services are known to leave quotes, blanks and braces in their links; what is encoded must stay as it is (a
    // paging cookie is encoded twice).
    private static URI parse(String link, String method, String template) {
        try {
            return new URI(link);
        } catch (URISyntaxException raw) {
            try {
                return new URI(Percent.repair(link));
            } catch (URISyntaxException repaired) {
                // neither exception is a cause: both quote the link, which may hold personal data
                throw unusable(method, template);
            }
        }
    }

    private static InvalidResponseException unusable(String method, String template) {
        return new InvalidResponseException(
                Failure.of(method, template).withMessage("The service named a link that is no http address."), null);
    }
}
