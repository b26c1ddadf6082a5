package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The {@code Prefer} header: what Dataverse honours of it, and the echo of that. */
record Preferences(
        boolean representation,
        OptionalInt pageSize,
        Annotations annotations,
        boolean tracksChanges,
        boolean respondsAsync,
        List<String> applied) {

    static Preferences of(Headers headers) {
        boolean representation = false;
        OptionalInt pageSize = OptionalInt.empty();
        Annotations annotations = Annotations.NONE;
        boolean tracksChanges = false;
        boolean respondsAsync = false;
        List<String> applied = new ArrayList<>();
        for (String preference : headers.elements("Prefer")) {
            int equals = preference.indexOf('=');
            String name = (equals < 0 ? preference : preference.substring(0, equals))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            String value =
                    equals < 0 ? "" : unquote(preference.substring(equals + 1).strip());
            switch (name) {
                case "return" -> {
                    representation = value.equals("representation");
                    applied.add(preference);
                }
                case "odata.maxpagesize" -> {
                    pageSize = OptionalInt.of(pageSize(value));
                    applied.add(preference);
                }
                case "odata.include-annotations" -> {
                    annotations = Annotations.of(value);
                    applied.add(preference);
                }
                case "odata.track-changes" -> {
                    tracksChanges = true;
                    applied.add(preference);
                }
                case "respond-async" -> respondsAsync = true;
                default -> {} // a preference is a wish: what is not known here is not refused
            }
        }
        return new Preferences(
                representation, pageSize, annotations, tracksChanges, respondsAsync, List.copyOf(applied));
    }

    private static int pageSize(String value) {
        try {
            int size = Integer.parseInt(value);
            if (size > 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw DataverseError.query("The value '" + value + "' of odata.maxpagesize is not a number.");
        }
        throw DataverseError.query("The value '" + value + "' of odata.maxpagesize must be positive.");
    }

    private static String unquote(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
