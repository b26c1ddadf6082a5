package dev.lathe.sandbox.dataverse;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a query function speaks of, such as {@code LastXDays}. As in a new environment weeks start on Sunday, the
 * fiscal year is the calendar's and its periods are quarters; all in UTC.
 *
 * @param from included
 * @param until not included
 */
record Period(Instant from, Instant until) {

    private static final Pattern AROUND_NOW =
            Pattern.compile("(Last|This|Next)(Week|Month|Year|FiscalYear|FiscalPeriod)");
    private static final Pattern BESIDE_NOW =
            Pattern.compile("(Last|Next)X(Hours|Days|Weeks|Months|Years|FiscalYears|FiscalPeriods)");
    private static final Pattern LONG_AGO = Pattern.compile("OlderThanX(Minutes|Hours|Days|Weeks|Months|Years)");

    private static final Set<String> OTHERS = Set.of(
            "Today",
            "Yesterday",
            "Tomorrow",
            "Last7Days",
            "Next7Days",
            "On",
            "OnOrBefore",
            "OnOrAfter",
            "InFiscalYear",
            "InFiscalPeriodAndYear",
            "InOrBeforeFiscalPeriodAndYear",
            "InOrAfterFiscalPeriodAndYear");

    /** Whether a function speaks of a time. */
    static boolean isNamed(String function) {
        return AROUND_NOW.matcher(function).matches()
                || BESIDE_NOW.matcher(function).matches()
                || LONG_AGO.matcher(function).matches()
                || OTHERS.contains(function);
    }

    /** Empty if the function is none of dates, or speaks of no one time. */
    static Optional<Period> of(String function, List<String> arguments, Instant now) {
        LocalDate today = day(now);
        Matcher around = AROUND_NOW.matcher(function);
        if (around.matches()) {
            return Optional.of(around(around.group(1), around.group(2), today));
        }
        Matcher beside = BESIDE_NOW.matcher(function);
        if (beside.matches()) {
            return Optional.of(beside(beside.group(1).equals("Last"), beside.group(2), number(arguments, 0), now));
        }
        Matcher older = LONG_AGO.matcher(function);
        if (older.matches()) {
            return Optional.of(new Period(Instant.MIN, minus(now, older.group(1), number(arguments, 0))));
        }
        return Optional.ofNullable(
                switch (function) {
                    case "Today" -> days(today, today);
                    case "Yesterday" -> days(today.minusDays(1), today.minusDays(1));
                    case "Tomorrow" -> days(today.plusDays(1), today.plusDays(1));
                    case "Last7Days" -> days(today.minusDays(6), today);
                    case "Next7Days" -> days(today.plusDays(1), today.plusDays(7));
                    case "On" -> days(date(arguments), date(arguments));
                    case "OnOrBefore" ->
                        new Period(Instant.MIN, start(date(arguments).plusDays(1)));
                    case "OnOrAfter" -> new Period(start(date(arguments)), Instant.MAX);
                    case "InFiscalYear" -> year(number(arguments, 0));
                    case "InFiscalPeriodAndYear" -> quarter(arguments);
                    case "InOrBeforeFiscalPeriodAndYear" ->
                        new Period(Instant.MIN, quarter(arguments).until());
                    case "InOrAfterFiscalPeriodAndYear" ->
                        new Period(quarter(arguments).from(), Instant.MAX);
                    default -> null;
                });
    }

    boolean has(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /** The number of the fiscal period that a day lies in. */
    static int numberOf(Instant time) {
        return day(time).get(IsoFields.QUARTER_OF_YEAR);
    }

    private static Period around(String which, String unit, LocalDate today) {
        LocalDate start = startOf(unit, today);
        int step = which.equals("Last") ? -1 : which.equals("Next") ? 1 : 0;
        return new Period(start(plus(start, unit, step)), start(plus(start, unit, step + 1)));
    }

    private static Period beside(boolean last, String units, int number, Instant now) {
        String unit = units.substring(0, units.length() - 1);
        if (unit.equals("Hour")) {
            Instant hour = now.truncatedTo(ChronoUnit.HOURS);
            return last
                    ? new Period(hour.minus(Duration.ofHours(number)), now.plusNanos(1))
                    : new Period(now, hour.plus(Duration.ofHours(number + 1L)));
        }
        LocalDate today = day(now);
        if (unit.startsWith("Fiscal")) {
            LocalDate start = startOf(unit, today);
            return last
                    ? new Period(start(plus(start, unit, -number)), start(start))
                    : new Period(start(plus(start, unit, 1)), start(plus(start, unit, number + 1)));
        }
        return last
                ? new Period(start(plus(today, unit, -number)), now.plusNanos(1))
                : new Period(now, start(plus(today, unit, number).plusDays(1)));
    }

    private static Instant minus(Instant now, String units, int number) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        OffsetDateTime before = switch (units) {
            case "Minutes" -> time.minusMinutes(number);
            case "Hours" -> time.minusHours(number);
            case "Days" -> time.minusDays(number);
            case "Weeks" -> time.minusWeeks(number);
            case "Months" -> time.minusMonths(number);
            default -> time.minusYears(number);
        };
        return before.toInstant();
    }

    private static LocalDate startOf(String unit, LocalDate day) {
        return switch (unit) {
            case "Week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case "Month" -> day.withDayOfMonth(1);
            case "FiscalPeriod" -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            default -> day.withDayOfYear(1);
        };
    }

    private static LocalDate plus(LocalDate day, String unit, int number) {
        return switch (unit) {
            case "Day" -> day.plusDays(number);
            case "Week" -> day.plusWeeks(number);
            case "Month" -> day.plusMonths(number);
            case "FiscalPeriod" -> day.plusMonths(3L * number);
            default -> day.plusYears(number);
        };
    }

    private static Period days(LocalDate first, LocalDate last) {
        return new Period(start(first), start(last.plusDays(1)));
    }

    private static Period year(int year) {
        return days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static Period quarter(List<String> arguments) {
        int period = number(arguments, 0);
        if (period > 4) {
            throw DataverseError.query("There is no fiscal period " + period + ".");
        }
        LocalDate first = LocalDate.of(number(arguments, 1), 3 * period - 2, 1);
        return new Period(start(first), start(first.plusMonths(3)));
    }

    private static int number(List<String> arguments, int at) {
        String text = argument(arguments, at);
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw DataverseError.query("'" + text + "' is not a number for a query function.");
        }
        throw DataverseError.query("The number for a query function must be positive, not " + text + ".");
    }

    private static LocalDate date(List<String> arguments) {
        String text = argument(arguments, 0);
        try {
            return text.indexOf('T') > 0
                    ? OffsetDateTime.parse(text)
                            .atZoneSameInstant(ZoneOffset.UTC)
                            .toLocalDate()
                    : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw DataverseError.query("'" + text + "' is not a date.");
        }
    }

    private static String argument(List<String> arguments, int at) {
        if (at >= arguments.size()) {
            throw DataverseError.query("A value is missing for a query function.");
        }
        return arguments.get(at);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
