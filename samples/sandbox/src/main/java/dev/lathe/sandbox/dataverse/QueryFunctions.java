package dev.lathe.sandbox.dataverse;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;

/**
 * What the query functions of {@code $filter} say of a row, and the operators of FetchXML that stand for them. A row
 * without a value in the column is not found, whatever the function.
 */
final class QueryFunctions {

    private static final int LANGUAGE = 1033;
    private static final Set<String> OTHERS = Set.of(
            "InFiscalPeriod",
            "In",
            "NotIn",
            "Between",
            "NotBetween",
            "ContainValues",
            "DoesNotContainValues",
            "Contains",
            "EqualUserId",
            "NotEqualUserId",
            "EqualBusinessId",
            "NotEqualBusinessId",
            "EqualUserLanguage",
            "EqualUserTeams",
            "EqualUserOrUserTeams",
            "EqualUserOrUserHierarchy",
            "EqualUserOrUserHierarchyAndTeams",
            "Above",
            "AboveOrEqual",
            "Under",
            "UnderOrEqual",
            "NotUnder");

    private final Schema schema;
    private final Store store;
    private final Clock clock;

    QueryFunctions(Schema schema, Store store, Clock clock) {
        this.schema = schema;
        this.store = store;
        this.clock = clock;
    }

    Store store() {
        return store;
    }

    /** Whether there is a query function of that short name. */
    static boolean exists(String function) {
        return Period.isNamed(function) || OTHERS.contains(function);
    }

    /**
     * Whether the function says yes.
     *
     * @param function its short name, such as {@code LastXDays}
     * @param arguments what it was given beside the column
     */
    boolean holds(String function, Row row, String column, List<String> arguments) {
        if (row.type().getStructuralProperty(column) == null) {
            throw DataverseError.query(
                    "Could not find a property named '" + column + "' on type '" + Schema.nameOf(row.type()) + "'.");
        }
        Object value = row.get(column);
        if (value == null) {
            return false;
        }
        Optional<Period> period = Period.of(function, arguments, clock.instant());
        if (period.isPresent()) {
            return period.get().has(time(column, value));
        }
        return switch (function) {
            case "InFiscalPeriod" ->
                String.valueOf(Period.numberOf(time(column, value))).equals(only(arguments));
            case "In" -> isAmong(value, arguments);
            case "NotIn" -> !isAmong(value, arguments);
            case "Between" -> isBetween(value, arguments);
            case "NotBetween" -> !isBetween(value, arguments);
            case "ContainValues" -> holdsAny(value, arguments);
            case "DoesNotContainValues" -> !holdsAny(value, arguments);
            case "Contains" -> lower(value).contains(lower(only(arguments)));
            case "EqualUserId" -> value.equals(DataverseService.USER_ID);
            case "NotEqualUserId" -> !value.equals(DataverseService.USER_ID);
            case "EqualBusinessId" -> value.equals(DataverseService.BUSINESS_UNIT_ID);
            case "NotEqualBusinessId" -> !value.equals(DataverseService.BUSINESS_UNIT_ID);
            case "EqualUserLanguage" -> value.equals(LANGUAGE);
            case "EqualUserTeams" -> teams(Set.of(DataverseService.USER_ID)).contains(value);
            case "EqualUserOrUserTeams" ->
                value.equals(DataverseService.USER_ID)
                        || teams(Set.of(DataverseService.USER_ID)).contains(value);
            case "EqualUserOrUserHierarchy" -> usersBelow().contains(value);
            case "EqualUserOrUserHierarchyAndTeams" ->
                usersBelow().contains(value) || teams(usersBelow()).contains(value);
            case "Above" -> isAbove(row, column, value, only(arguments), false);
            case "AboveOrEqual" -> isAbove(row, column, value, only(arguments), true);
            case "Under" -> isUnder(row, column, value, only(arguments), false);
            case "UnderOrEqual" -> isUnder(row, column, value, only(arguments), true);
            case "NotUnder" -> !isUnder(row, column, value, only(arguments), false);
            default -> throw DataverseError.query("The function '" + function + "' is not supported in a filter.");
        };
    }

    private static String only(List<String> arguments) {
        if (arguments.size() != 1) {
            throw DataverseError.query("A query function needs one value here, not " + arguments.size() + ".");
        }
        return arguments.get(0);
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private static Instant time(String column, Object value) {
        if (value instanceof Instant time) {
            return time;
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        throw DataverseError.query("'" + column + "' is no date.");
    }

    // ---- values, which come as text

    private static boolean isAmong(Object value, List<String> texts) {
        return texts.stream().anyMatch(text -> Comparison.equal(value, like(value, text)));
    }

    private static boolean isBetween(Object value, List<String> texts) {
        if (texts.size() != 2) {
            throw DataverseError.query("Between needs two values, not " + texts.size() + ".");
        }
        return Comparison.compare(value, like(value, texts.get(0))) >= 0
                && Comparison.compare(value, like(value, texts.get(1))) <= 0;
    }

    private static boolean holdsAny(Object value, List<String> choices) {
        List<String> held = Arrays.asList(value.toString().split(",", -1));
        return choices.stream().anyMatch(held::contains);
    }

    /** The text as a value of the same kind as another. */
    static Object like(Object value, String text) {
        try {
            if (value instanceof Number) {
                return new BigDecimal(text);
            }
            if (value instanceof UUID) {
                return UUID.fromString(text.replace("{", "").replace("}", ""));
            }
            if (value instanceof Boolean) {
                return text.equals("1") || text.equalsIgnoreCase("true");
            }
            if (value instanceof Instant || value instanceof LocalDate) {
                return text.indexOf('T') > 0
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw DataverseError.query("'" + text + "' cannot be compared with the values of the column.");
        }
    }

    // ---- the caller

    private Set<Object> usersBelow() {
        Set<Object> users = new HashSet<>(Set.of(DataverseService.USER_ID));
        Optional<EdmEntityType> type = table("systemuser");
        if (type.isPresent()) {
            List<Row> all = store.all(type.get());
            boolean more = true;
            while (more) {
                more = all.stream()
                        .filter(user -> users.contains(user.get("_parentsystemuserid_value")))
                        .map(user -> users.add(user.key().values().get(0)))
                        .reduce(false, Boolean::logicalOr);
            }
        }
        return users;
    }

    private Set<Object> teams(Set<?> users) {
        Set<Object> teams = new HashSet<>();
        Optional<EdmEntityType> type = table("team");
        EdmNavigationProperty members = type.map(t -> t.getNavigationProperty("teammembership_association"))
                .orElse(null);
        if (type.isPresent() && members != null) {
            for (Row team : store.all(type.get())) {
                if (store.related(team, members).stream()
                        .anyMatch(user -> users.contains(user.key().values().get(0)))) {
                    teams.add(team.key().values().get(0));
                }
            }
        }
        return teams;
    }

    private Optional<EdmEntityType> table(String name) {
        return schema.type(schema.document().namespace() + "." + name);
    }

    // ---- hierarchies

    private boolean isAbove(Row row, String column, Object value, String other, boolean orEqual) {
        EdmEntityType table = tableOf(row, column);
        Object id = like(value, other);
        return orEqual && value.equals(id) || ancestors(table, id).contains(value);
    }

    private boolean isUnder(Row row, String column, Object value, String other, boolean orEqual) {
        EdmEntityType table = tableOf(row, column);
        Object id = like(value, other);
        return orEqual && value.equals(id) || ancestors(table, value).contains(id);
    }

    /** The table whose hierarchy counts: that of the row behind a lookup, otherwise the row's own. */
    private EdmEntityType tableOf(Row row, String column) {
        List<EdmNavigationProperty> navigations = schema.navigationsOver(row.type(), column);
        return navigations.isEmpty() ? row.type() : navigations.get(0).getType();
    }

    private Set<Object> ancestors(EdmEntityType table, Object id) {
        EdmNavigationProperty parent = parent(table);
        Set<Object> ancestors = new HashSet<>();
        Row at = store.find(table, Key.of(id)).orElse(null);
        while (at != null) {
            at = store.related(at, parent).stream().findFirst().orElse(null);
            if (at != null && !ancestors.add(at.key().values().get(0))) {
                break;
            }
        }
        return ancestors;
    }

    /** A document does not say which relation is the hierarchy: it is the lookup of the table itself named after parents. */
    private static EdmNavigationProperty parent(EdmEntityType table) {
        return table.getNavigationPropertyNames().stream()
                .map(table::getNavigationProperty)
                .filter(nav -> !nav.isCollection()
                        && nav.getName().startsWith("parent")
                        && nav.getType().getFullQualifiedName().equals(table.getFullQualifiedName()))
                .findFirst()
                .orElseThrow(
                        () -> DataverseError.query("The table '" + table.getName() + "' is part of no hierarchy."));
    }
}
