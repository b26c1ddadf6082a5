package dev.lathe.sandbox.dataverse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of a parameter alias whose type nothing declares: told by its spelling. */
final class AliasLiteral {

    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private AliasLiteral() {}

    /** The texts of a parameter: of a list in JSON each item, otherwise the one value without its quotes. */
    static List<String> texts(String text) {
        if (text.startsWith("[")) {
            List<String> items = new ArrayList<>();
            Json.array(text).forEach(item -> items.add(item.asString()));
            return items;
        }
        return List.of(
                text.length() >= 2 && text.startsWith("'") && text.endsWith("'")
                        ? text.substring(1, text.length() - 1).replace("''", "'")
                        : text);
    }

    static @Nullable Object parse(String text) {
        try {
            if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
                return text.substring(1, text.length() - 1).replace("''", "'");
            }
            if (text.equals("null")) {
                return null;
            }
            if (text.equals("true") || text.equals("false")) {
                return Boolean.valueOf(text);
            }
            if (GUID.matcher(text).matches()) {
                return UUID.fromString(text);
            }
            if (NUMBER.matcher(text).matches()) {
                return new BigDecimal(text);
            }
            return DATE.matcher(text).matches()
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw DataverseError.query("'" + text + "' is not a valid value of a parameter alias.");
        }
    }
}
