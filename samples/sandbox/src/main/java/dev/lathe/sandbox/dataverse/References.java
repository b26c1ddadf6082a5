package dev.lathe.sandbox.dataverse;

import java.util.Optional;
import org.apache.olingo.server.api.uri.UriInfo;

/** Finds the row that a URL in a body or a query names: absolute, with a leading slash, or relative to the root. */
final class References {

    private final ODataUris uris;
    private final Targets targets;
    private final AlternateKeys keys;

    References(ODataUris uris, Targets targets, AlternateKeys keys) {
        this.uris = uris;
        this.keys = keys;
        this.targets = targets;
    }

    /** @throws DataverseError when it is no row's URL, or the row does not exist */
    Row row(String url, String root) {
        String path = url.strip();
        int api = path.indexOf("/api/data/v");
        if (path.startsWith(root + "/")) {
            path = path.substring(root.length());
        } else if (api >= 0) {
            // Another version segment, or the same host by another name.
            int slash = path.indexOf('/', api + "/api/data/v".length());
            path = slash < 0 ? "/" : path.substring(slash);
        }
        if (!path.startsWith("/")) {
            path = "/" + path;
        }
        Optional<AlternateKeys.Match> alternate = keys.match(path);
        if (alternate.isPresent() && alternate.get().rest().isEmpty()) {
            return keys.find(alternate.get()).orElseThrow(() -> AlternateKeys.noRow(alternate.get()));
        }
        UriInfo uri = uris.parse(path, "", root);
        if (!uri.getUriResourceParts().isEmpty() && targets.resolve(uri) instanceof Target.One one) {
            return one.present();
        }
        throw DataverseError.query("Invalid resource URI: '" + url + "'.");
    }
}
