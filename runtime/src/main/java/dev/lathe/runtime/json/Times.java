package dev.lathe.runtime.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes dates and times in the profile of ISO 8601 that RFC 3339 and OData share. Character by character:
 * the JDK's formatters cost more than the rest of a row.
 */
final class Times {

    /** CSDL allows twelve digits of a second; Java keeps nine. */
    private static final Pattern BEYOND_NANOS = Pattern.compile("([.,]\\d{9})\\d+");

    private Times() {}

    /** {@code 2024-05-31}; {@code null} if it is none. */
    static @Nullable LocalDate date(char[] text, int from, int length) {
        if (length < 10 || text[from + 4] != '-' || text[from + 7] != '-') {
            return null;
        }
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        if ((year | month | day) < 0) {
            return null;
        }
        // A date with a time of day, as some services send for a date, is cut off behind the day.
        if (length > 10 && !isTimeSeparator(text[from + 10])) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@code 13:45}, {@code 13:45:10} or {@code 13:45:10.123456789}, further digits dropped; {@code null} if it is none. */
    static @Nullable LocalTime time(char[] text, int from, int length) {
        if (length < 5 || text[from + 2] != ':') {
            return null;
        }
        int hour = number(text, from, 2);
        int minute = number(text, from + 3, 2);
        int second = 0;
        int nano = 0;
        if (length > 5) {
            if (length < 8 || text[from + 5] != ':') {
                return null;
            }
            second = number(text, from + 6, 2);
            if (length > 8) {
                nano = fraction(text, from + 8, length - 8);
            }
        }
        if ((hour | minute | second | nano) < 0 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        return LocalTime.of(hour, minute, second, nano);
    }

    /** A date, a time and an offset; UTC where the offset is missing, midnight where the time is; {@code null} if it is none. */
    static @Nullable OffsetDateTime dateTime(char[] text, int from, int length) {
        LocalDate date = date(text, from, length);
        if (date == null) {
            return null;
        }
        if (length == 10) {
            return OffsetDateTime.of(date, LocalTime.MIDNIGHT, ZoneOffset.UTC);
        }
        int end = from + length;
        int zone = from + 11;
        while (zone < end && isTime(text[zone])) {
            zone++;
        }
        LocalTime time = time(text, from + 11, zone - from - 11);
        ZoneOffset offset = offset(text, zone, end - zone);
        return time == null || offset == null ? null : OffsetDateTime.of(date, time, offset);
    }

    private static @Nullable ZoneOffset offset(char[] text, int from, int length) {
        if (length == 0 || length == 1 && (text[from] == 'Z' || text[from] == 'z')) {
            return ZoneOffset.UTC;
        }
        boolean colon = length == 6 && text[from + 3] == ':';
        if (!colon && length != 5 && length != 3 || text[from] != '+' && text[from] != '-') {
            return null;
        }
        int hours = number(text, from + 1, 2);
        int minutes = length == 3 ? 0 : number(text, from + (colon ? 4 : 3), 2);
        if ((hours | minutes) < 0 || hours > 18 || minutes > 59 || hours == 18 && minutes > 0) {
            return null;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(text[from] == '-' ? -seconds : seconds);
    }

    /** An ISO 8601 duration of weeks, or of days, hours, minutes and seconds. */
    static @Nullable Duration duration(String text) {
        try {
            if (text.startsWith("P") && text.endsWith("W")) {
                return Duration.ofDays(Math.multiplyExact(7L, Long.parseLong(text, 1, text.length() - 1, 10)));
            }
            return Duration.parse(BEYOND_NANOS.matcher(text).replaceFirst("$1"));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** ISO 8601 with the sign in front: Java's own {@code PT-1M} is none of a duration elsewhere. */
    static String format(Duration value) {
        return value.isNegative() ? "-" + value.negated() : value.toString();
    }

    /** RFC 3339: unlike {@code toString} the seconds are always there. */
    static String format(OffsetDateTime value) {
        StringBuilder text = new StringBuilder(35).append(value.toLocalDate()).append('T');
        append(text, value.toLocalTime());
        return text.append(value.getOffset()).toString();
    }

    /** {@code 13:45:00} with as many digits of a fraction as it needs. */
    static String format(LocalTime value) {
        StringBuilder text = new StringBuilder(18);
        append(text, value);
        return text.toString();
    }

    private static void append(StringBuilder text, LocalTime value) {
        text.append(value);
        if (value.getSecond() == 0 && value.getNano() == 0) {
            text.append(":00");
        }
        // Java writes three, six or nine digits; .NET reads seven, and has values with that many.
        if (value.getNano() % 1000 != 0 && value.getNano() % 100 == 0) {
            text.setLength(text.length() - 2);
        }
    }

    private static boolean isTimeSeparator(char c) {
        return c == 'T' || c == 't' || c == ' ';
    }

    private static boolean isTime(char c) {
        return c >= '0' && c <= '9' || c == ':' || c == '.' || c == ',';
    }

    private static int fraction(char[] text, int from, int length) {
        if (length < 2 || text[from] != '.' && text[from] != ',') {
            return -1;
        }
        int nano = 0;
        int digits = 0;
        for (int i = from + 1; i < from + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            if (digits < 9) {
                nano = nano * 10 + digit;
                digits++;
            }
        }
        for (; digits < 9; digits++) {
            nano *= 10;
        }
        return nano;
    }

    /** A number of up to 9 digits; negative if one is no digit. */
    private static int number(char[] text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
