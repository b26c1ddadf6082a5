package dev.lathe.runtime.error;

import dev.lathe.runtime.http.Headers;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of what a server sent, before anybody sees it: services echo an expired token in
 * {@code WWW-Authenticate}, and gateways print whole requests into their error pages. Immutable and thread-safe.
 */
public final class Redactor implements UnaryOperator<String> {

    private static final String MASK = "***";
    private static final int SHORTEST = 4;

    // Cookies log a caller in as well as a token does.
    private static final Set<String> NEVER_SHOWN = Set.of("set-cookie", "set-cookie2", "authorization");
    // "Access token expired: <token>", access_token=…, "refresh_token": "…": a token that may not be the one we sent
    private static final Pattern TOKEN = Pattern.compile(
            "(?i)((?:access|refresh|id)?[ _]?token(?: expired| is invalid| invalid)?[\"']?\\s*[:=]\\s*[\"']?)([^\\s\"',;&<>]{8,})");
    private static final Pattern BEARER = Pattern.compile("(?i)(\\b(?:Bearer|Basic)\\s+)([A-Za-z0-9\\-._~+/]{16,}=*)");

    private final List<String> secrets;

    private Redactor(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Takes out these texts, also when they are percent-encoded, form-encoded, in JSON or in Base64, and what looks like a token. */
    public static Redactor of(Collection<String> secrets) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String secret : secrets) {
            // a text of two letters would be found everywhere, and is no secret
            if (secret.length() >= SHORTEST) {
                String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
                spellings.add(secret);
                spellings.add(form);
                spellings.add(form.replace("+", "%20"));
                spellings.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
                spellings.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
                spellings.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
            }
        }
        // the longest first: one secret may be the beginning of another
        return new Redactor(spellings.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    @Override
    public String apply(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        clean = TOKEN.matcher(clean).replaceAll("$1" + MASK);
        return BEARER.matcher(clean).replaceAll("$1" + MASK);
    }

    /** The same headers without secrets. */
    public Headers apply(Headers headers) {
        Headers.Builder clean = Headers.builder();
        headers.forEach((name, value) -> clean.received(name, NEVER_SHOWN.contains(lower(name)) ? MASK : apply(value)));
        return clean.build();
    }

    /**
     * The same failure when nothing in it holds a secret, else another one with its texts but without them: a server that
     * does not speak HTTP is quoted by the JDK's client, and whatever it was sent may be in the quotation.
     */
    public IOException apply(IOException failure) {
        if (isClean(failure, Collections.newSetFromMap(new IdentityHashMap<>()))) {
            return failure;
        }
        IOException clean = new IOException(apply(failure.toString()));
        clean.setStackTrace(failure.getStackTrace());
        return clean;
    }

    private boolean isClean(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return true;
        }
        String text = failure.toString();
        return apply(text).equals(text)
                && isClean(failure.getCause(), seen)
                && Arrays.stream(failure.getSuppressed()).allMatch(other -> isClean(other, seen));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Redactor";
    }
}
