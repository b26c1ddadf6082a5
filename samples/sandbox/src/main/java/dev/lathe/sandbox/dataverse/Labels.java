package dev.lathe.sandbox.dataverse;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Formatted values: what a user would see. English, UTC. The labels of choices are not in a CSDL document; those of
 * {@code statecode} and {@code statuscode} are the usual ones, others can be taught.
 */
final class Labels {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("M/d/yyyy h:mm a", Locale.ENGLISH);
    private static final Map<String, String> USUAL = Map.of(
            "statecode/0", "Active", "statecode/1", "Inactive", "statuscode/1", "Active", "statuscode/2", "Inactive");

    private final Map<String, String> taught = new ConcurrentHashMap<>();

    void teach(String table, String column, int value, String label) {
        taught.put(table + "/" + column + "/" + value, label);
    }

    /** The formatted value, if a value of this kind has one. */
    Optional<String> of(String table, String column, Object value) {
        if (value instanceof Integer number) {
            String choice = taught.get(table + "/" + column + "/" + number);
            return Optional.of(choice != null ? choice : USUAL.getOrDefault(column + "/" + number, grouped(number)));
        }
        if (value instanceof Boolean bool) {
            return Optional.of(bool ? "Yes" : "No");
        }
        if (value instanceof BigDecimal || value instanceof Double || value instanceof Float) {
            return Optional.of(new DecimalFormat("#,##0.00", english()).format(value));
        }
        if (value instanceof Number number) {
            return Optional.of(grouped(number));
        }
        if (value instanceof Instant instant) {
            return Optional.of(DATE_TIME.format(Values.utc(instant)));
        }
        return value instanceof LocalDate date ? Optional.of(DATE.format(date)) : Optional.empty();
    }

    private static String grouped(Number number) {
        return new DecimalFormat("#,##0", english()).format(number);
    }

    private static DecimalFormatSymbols english() {
        return DecimalFormatSymbols.getInstance(Locale.ENGLISH);
    }
}
