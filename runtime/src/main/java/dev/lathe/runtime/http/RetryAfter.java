package dev.lathe.runtime.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code Retry-After}: seconds, or one of the three forms of a date (RFC 9110, sections 10.2.3 and 5.6.7). */
public final class RetryAfter {

    // RFC 1123 with an English locale whatever the machine's is, RFC 850 (two-digit year), asctime
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1990)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    // a century of seconds: more is a mistake, and must not overflow an Instant
    private static final long LONGEST = 100L * 366 * 86_400;

    private RetryAfter() {}

    /**
     * The time to wait from now on, zero for a moment in the past; empty without the header or when it cannot be read.
     */
    public static Optional<Duration> of(Headers headers, Instant now) {
        return headers.first("Retry-After").map(String::strip).flatMap(value -> parse(value, now));
    }

    private static Optional<Duration> parse(String value, Instant now) {
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(
                    Duration.ofSeconds(value.length() > 10 ? LONGEST : Math.min(Long.parseLong(value), LONGEST)));
        }
        return DATES.stream()
                .flatMap(format -> date(value, format).stream())
                .findFirst()
                .map(date -> Duration.between(now, date))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> date(String value, DateTimeFormatter format) {
        try {
            return Optional.of(ZonedDateTime.parse(value, format).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty(); // not this form of a date
        }
    }
}
