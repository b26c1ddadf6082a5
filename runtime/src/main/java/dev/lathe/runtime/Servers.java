package dev.lathe.runtime;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where operations with a server of their own are called. A client that is connected to a place of which the document
 * knows nothing, such as an installation of one's own, or to this very machine calls everything there: the servers of the
 * document belong to somebody else, who must not see its credentials.
 */
final class Servers {

    private static final Pattern AUTHORITY = Pattern.compile("^(?:[^/]*:)?//([^/?#]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");

    private final ClientConfig config;
    private final URI baseUri;
    private final boolean isOfDocument;

    /**
     * @param baseUri where the client is connected
     * @param documented addresses with variables in braces; none when the document does not tell where its service is
     */
    Servers(ClientConfig config, URI baseUri, List<String> documented) {
        this.config = config;
        this.baseUri = baseUri;
        this.isOfDocument = documented.isEmpty() || documented.stream().anyMatch(this::isHere);
    }

    private boolean isHere(String template) {
        Matcher authority = AUTHORITY.matcher(template);
        if (!authority.find()
                || VARIABLE.matcher(authority.group(1)).replaceAll("").isEmpty()) {
            return false; // any host would do: that names none
        }
        StringBuilder pattern = new StringBuilder();
        Matcher variable = VARIABLE.matcher(authority.group(1));
        int end = 0;
        for (; variable.find(); end = variable.end()) {
            pattern.append(Pattern.quote(authority.group(1).substring(end, variable.start())))
                    .append(".+");
        }
        pattern.append(Pattern.quote(authority.group(1).substring(end)));
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE)
                .matcher(baseUri.getRawAuthority())
                .matches();
    }

    /**
     * The base address, with a slash at its end, of an operation.
     *
     * @param server the operation's own, absolute or relative; empty for none
     * @throws IllegalArgumentException when credentials would travel there in the open
     */
    String base(String server) {
        if (server.isEmpty()) {
            return baseUri.toString();
        }
        URI own = baseUri.resolve(server);
        if (AUTHORITY.matcher(server).find()) {
            if (!isOfDocument || (Origins.isLoopback(baseUri) && !Origins.isLoopback(own))) {
                return baseUri.toString();
            }
            config.checkSecrecy("The server of the operation", own);
        }
        String text = own.toString();
        return text.endsWith("/") ? text : text + "/";
    }
}
