package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.olingo.server.api.uri.UriInfo;
import org.apache.olingo.server.api.uri.queryoption.AliasQueryOption;

/**
 * A call to the Web API with its URL understood.
 *
 * @param alternate what the URL names by an alternate key; {@code uri} has a primary key in its place
 */
record DataverseCall(
        Call call,
        String root,
        String path,
        UriInfo uri,
        Preferences preferences,
        Optional<AlternateKeys.Match> alternate) {

    private static final Pattern API = Pattern.compile("(/api/data/v\\d+\\.\\d+)(/.*)?");

    /** Whether the path is one of the Web API's, in any version. */
    static boolean matches(String path) {
        return API.matcher(path).matches();
    }

    static DataverseCall of(Call call, ODataUris uris, AlternateKeys keys) {
        Matcher api = API.matcher(call.path());
        if (!api.matches()) {
            throw new IllegalArgumentException(call.path());
        }
        String root = call.origin() + api.group(1);
        String path = Optional.ofNullable(api.group(2)).orElse("/");
        Optional<AlternateKeys.Match> alternate = keys.match(path);
        String resolved =
                alternate.map(match -> match.path(keys.primary(match))).orElse(path);
        return new DataverseCall(
                call, root, path, uris.parse(resolved, call.query(), root), Preferences.of(call.headers()), alternate);
    }

    Map<String, AliasQueryOption> aliases() {
        Map<String, AliasQueryOption> aliases = new LinkedHashMap<>();
        uri.getAliases().forEach(alias -> aliases.put(alias.getName(), alias));
        return aliases;
    }

    Optional<String> header(String name) {
        return call.headers().first(name);
    }

    /** The raw text of a system query option. */
    Optional<String> option(String name) {
        return call.queryParameters().getOrDefault(name, List.of()).stream().findFirst();
    }
}
