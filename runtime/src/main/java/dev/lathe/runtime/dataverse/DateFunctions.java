package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.odata.DayColumn;
import dev.lathe.runtime.odata.Filter;
import java.time.LocalDate;

/**
 * The query functions of Dataverse that look at dates, for columns of dates and of points in time:
 * {@code crm.accounts().filter(DateFunctions.lastXDays(Accounts.CREATEDON, 7))}. Days begin and end where the calling user
 * lives; fiscal years and periods are those of the organization. Those for other columns stand in {@link QueryFunctions}.
 *
 * <p>They are conditions like others, and combine with them; {@link Filter#not} throws {@link IllegalStateException}, as
 * Dataverse refuses it. Numbers of hours, days and so on are to be positive, otherwise
 * {@link IllegalArgumentException}. (Microsoft Learn: "Web API Query Function Reference".)
 */
public final class DateFunctions {

    private static final String NO_NOT = "turn the comparison round, with gt, ge, lt and le on the column.";

    private DateFunctions() {}

    private static <E> Filter<E> call(String function, DayColumn<E> column) {
        return Functions.of(function, column.name(), NO_NOT);
    }

    private static <E> Filter<E> call(String function, DayColumn<E> column, LocalDate day) {
        return Functions.of(function, column.name(), "PropertyValue", day.toString(), NO_NOT);
    }

    private static <E> Filter<E> call(String function, DayColumn<E> column, String unit, int number) {
        return Functions.of(function, column.name(), "PropertyValue", Functions.positive(unit, number), NO_NOT);
    }

    private static <E> Filter<E> call(String function, DayColumn<E> column, int period, int year) {
        return Functions.of(
                function,
                column.name(),
                "PropertyValue1",
                Functions.positive("period", period),
                "PropertyValue2",
                Functions.positive("year", year),
                NO_NOT);
    }

    /** The date is today. */
    public static <E> Filter<E> today(DayColumn<E> column) {
        return call("Today", column);
    }

    /** The date is yesterday. */
    public static <E> Filter<E> yesterday(DayColumn<E> column) {
        return call("Yesterday", column);
    }

    /** The date is tomorrow. */
    public static <E> Filter<E> tomorrow(DayColumn<E> column) {
        return call("Tomorrow", column);
    }

    /** The date is this day. */
    public static <E> Filter<E> on(DayColumn<E> column, LocalDate day) {
        return call("On", column, day);
    }

    /** The date is this day or an earlier one. */
    public static <E> Filter<E> onOrBefore(DayColumn<E> column, LocalDate day) {
        return call("OnOrBefore", column, day);
    }

    /** The date is this day or a later one. */
    public static <E> Filter<E> onOrAfter(DayColumn<E> column, LocalDate day) {
        return call("OnOrAfter", column, day);
    }

    /** The date lies in the last seven days, today included. */
    public static <E> Filter<E> last7Days(DayColumn<E> column) {
        return call("Last7Days", column);
    }

    /** The date lies in the next seven days. */
    public static <E> Filter<E> next7Days(DayColumn<E> column) {
        return call("Next7Days", column);
    }

    /** The date lies in the week before this one. */
    public static <E> Filter<E> lastWeek(DayColumn<E> column) {
        return call("LastWeek", column);
    }

    /** The date lies in this week. */
    public static <E> Filter<E> thisWeek(DayColumn<E> column) {
        return call("ThisWeek", column);
    }

    /** The date lies in the next week. */
    public static <E> Filter<E> nextWeek(DayColumn<E> column) {
        return call("NextWeek", column);
    }

    /** The date lies in the month before this one. */
    public static <E> Filter<E> lastMonth(DayColumn<E> column) {
        return call("LastMonth", column);
    }

    /** The date lies in this month. */
    public static <E> Filter<E> thisMonth(DayColumn<E> column) {
        return call("ThisMonth", column);
    }

    /** The date lies in the next month. */
    public static <E> Filter<E> nextMonth(DayColumn<E> column) {
        return call("NextMonth", column);
    }

    /** The date lies in the year before this one. */
    public static <E> Filter<E> lastYear(DayColumn<E> column) {
        return call("LastYear", column);
    }

    /** The date lies in this year. */
    public static <E> Filter<E> thisYear(DayColumn<E> column) {
        return call("ThisYear", column);
    }

    /** The date lies in the next year. */
    public static <E> Filter<E> nextYear(DayColumn<E> column) {
        return call("NextYear", column);
    }

    /** The date lies in the fiscal year before this one. */
    public static <E> Filter<E> lastFiscalYear(DayColumn<E> column) {
        return call("LastFiscalYear", column);
    }

    /** The date lies in this fiscal year. */
    public static <E> Filter<E> thisFiscalYear(DayColumn<E> column) {
        return call("ThisFiscalYear", column);
    }

    /** The date lies in the next fiscal year. */
    public static <E> Filter<E> nextFiscalYear(DayColumn<E> column) {
        return call("NextFiscalYear", column);
    }

    /** The date lies in the fiscal period before this one. */
    public static <E> Filter<E> lastFiscalPeriod(DayColumn<E> column) {
        return call("LastFiscalPeriod", column);
    }

    /** The date lies in this fiscal period. */
    public static <E> Filter<E> thisFiscalPeriod(DayColumn<E> column) {
        return call("ThisFiscalPeriod", column);
    }

    /** The date lies in the next fiscal period. */
    public static <E> Filter<E> nextFiscalPeriod(DayColumn<E> column) {
        return call("NextFiscalPeriod", column);
    }

    /** The date lies in the last hours. */
    public static <E> Filter<E> lastXHours(DayColumn<E> column, int hours) {
        return call("LastXHours", column, "hours", hours);
    }

    /** The date lies in the next hours. */
    public static <E> Filter<E> nextXHours(DayColumn<E> column, int hours) {
        return call("NextXHours", column, "hours", hours);
    }

    /** The date lies in the last days. */
    public static <E> Filter<E> lastXDays(DayColumn<E> column, int days) {
        return call("LastXDays", column, "days", days);
    }

    /** The date lies in the next days. */
    public static <E> Filter<E> nextXDays(DayColumn<E> column, int days) {
        return call("NextXDays", column, "days", days);
    }

    /** The date lies in the last weeks. */
    public static <E> Filter<E> lastXWeeks(DayColumn<E> column, int weeks) {
        return call("LastXWeeks", column, "weeks", weeks);
    }

    /** The date lies in the next weeks. */
    public static <E> Filter<E> nextXWeeks(DayColumn<E> column, int weeks) {
        return call("NextXWeeks", column, "weeks", weeks);
    }

    /** The date lies in the last months. */
    public static <E> Filter<E> lastXMonths(DayColumn<E> column, int months) {
        return call("LastXMonths", column, "months", months);
    }

    /** The date lies in the next months. */
    public static <E> Filter<E> nextXMonths(DayColumn<E> column, int months) {
        return call("NextXMonths", column, "months", months);
    }

    /** The date lies in the last years. */
    public static <E> Filter<E> lastXYears(DayColumn<E> column, int years) {
        return call("LastXYears", column, "years", years);
    }

    /** The date lies in the next years. */
    public static <E> Filter<E> nextXYears(DayColumn<E> column, int years) {
        return call("NextXYears", column, "years", years);
    }

    /** The date lies in the last fiscal years. */
    public static <E> Filter<E> lastXFiscalYears(DayColumn<E> column, int years) {
        return call("LastXFiscalYears", column, "years", years);
    }

    /** The date lies in the next fiscal years. */
    public static <E> Filter<E> nextXFiscalYears(DayColumn<E> column, int years) {
        return call("NextXFiscalYears", column, "years", years);
    }

    /** The date lies in the last fiscal periods. */
    public static <E> Filter<E> lastXFiscalPeriods(DayColumn<E> column, int periods) {
        return call("LastXFiscalPeriods", column, "periods", periods);
    }

    /** The date lies in the next fiscal periods. */
    public static <E> Filter<E> nextXFiscalPeriods(DayColumn<E> column, int periods) {
        return call("NextXFiscalPeriods", column, "periods", periods);
    }

    /** The date is older than that many minutes. */
    public static <E> Filter<E> olderThanXMinutes(DayColumn<E> column, int minutes) {
        return call("OlderThanXMinutes", column, "minutes", minutes);
    }

    /** The date is older than that many hours. */
    public static <E> Filter<E> olderThanXHours(DayColumn<E> column, int hours) {
        return call("OlderThanXHours", column, "hours", hours);
    }

    /** The date is older than that many days. */
    public static <E> Filter<E> olderThanXDays(DayColumn<E> column, int days) {
        return call("OlderThanXDays", column, "days", days);
    }

    /** The date is older than that many weeks. */
    public static <E> Filter<E> olderThanXWeeks(DayColumn<E> column, int weeks) {
        return call("OlderThanXWeeks", column, "weeks", weeks);
    }

    /** The date is older than that many months. */
    public static <E> Filter<E> olderThanXMonths(DayColumn<E> column, int months) {
        return call("OlderThanXMonths", column, "months", months);
    }

    /** The date is older than that many years. */
    public static <E> Filter<E> olderThanXYears(DayColumn<E> column, int years) {
        return call("OlderThanXYears", column, "years", years);
    }

    /** The date lies in this fiscal year. */
    public static <E> Filter<E> inFiscalYear(DayColumn<E> column, int year) {
        return call("InFiscalYear", column, "year", year);
    }

    /** The date lies in the fiscal period with this number, of any year. */
    public static <E> Filter<E> inFiscalPeriod(DayColumn<E> column, int period) {
        return call("InFiscalPeriod", column, "period", period);
    }

    /** The date lies in this fiscal period of this fiscal year. */
    public static <E> Filter<E> inFiscalPeriodAndYear(DayColumn<E> column, int period, int year) {
        return call("InFiscalPeriodAndYear", column, period, year);
    }

    /** The date lies in this fiscal period of this fiscal year, or before it. */
    public static <E> Filter<E> inOrBeforeFiscalPeriodAndYear(DayColumn<E> column, int period, int year) {
        return call("InOrBeforeFiscalPeriodAndYear", column, period, year);
    }

    /** The date lies in this fiscal period of this fiscal year, or after it. */
    public static <E> Filter<E> inOrAfterFiscalPeriodAndYear(DayColumn<E> column, int period, int year) {
        return call("InOrAfterFiscalPeriodAndYear", column, period, year);
    }
}
