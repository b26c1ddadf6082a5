package dev.lathe.sandbox.dataverse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.jspecify.annotations.Nullable;

/** Whether rows meet the conditions of FetchXML; what the query functions of OData say too they are asked for. */
final class FetchConditions {

    private static final Set<String> ORDERS = Set.of("eq", "ne", "neq", "gt", "ge", "lt", "le");
    private static final Set<String> OWN = Set.of(
            "eq",
            "ne",
            "neq",
            "gt",
            "ge",
            "lt",
            "le",
            "null",
            "not-null",
            "like",
            "not-like",
            "begins-with",
            "not-begin-with",
            "ends-with",
            "not-end-with");

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("last-seven-days", "Last7Days"),
            Map.entry("next-seven-days", "Next7Days"),
            Map.entry("eq-userid", "EqualUserId"),
            Map.entry("ne-userid", "NotEqualUserId"),
            Map.entry("eq-businessid", "EqualBusinessId"),
            Map.entry("ne-businessid", "NotEqualBusinessId"),
            Map.entry("eq-userlanguage", "EqualUserLanguage"),
            Map.entry("eq-userteams", "EqualUserTeams"),
            Map.entry("eq-useroruserteams", "EqualUserOrUserTeams"),
            Map.entry("eq-useroruserhierarchy", "EqualUserOrUserHierarchy"),
            Map.entry("eq-useroruserhierarchyandteams", "EqualUserOrUserHierarchyAndTeams"),
            Map.entry("eq-or-under", "UnderOrEqual"),
            Map.entry("eq-or-above", "AboveOrEqual"),
            Map.entry("not-contain-values", "DoesNotContainValues"));

    private final QueryFunctions functions;

    FetchConditions(QueryFunctions functions) {
        this.functions = functions;
    }

    /** Rows by the aliases of their tables; the outermost has none. */
    interface Joined {
        @Nullable
        Row row(String alias);
    }

    boolean meets(FetchXml.Filter filter, String alias, Joined rows) {
        if (filter.conditions().isEmpty() && filter.filters().isEmpty()) {
            return true;
        }
        boolean decisive = filter.any();
        for (FetchXml.Condition condition : filter.conditions()) {
            if (meets(condition, alias, rows) == decisive) {
                return decisive;
            }
        }
        for (FetchXml.Filter inner : filter.filters()) {
            if (meets(inner, alias, rows) == decisive) {
                return decisive;
            }
        }
        return !decisive;
    }

    private boolean meets(FetchXml.Condition condition, String alias, Joined rows) {
        Row row = rows.row(condition.entity().isEmpty() ? alias : condition.entity());
        String operator = condition.operator();
        if (row == null) {
            return operator.equals("null");
        }
        String column = column(row.type(), condition.attribute());
        Object value = row.get(column);
        if (operator.equals("null") || value == null) {
            // Rows without a value are other than any value.
            return value == null && List.of("null", "ne", "neq").contains(operator);
        }
        if (!OWN.contains(operator)) {
            return functions.holds(function(operator), row, column, condition.values());
        }
        if (operator.equals("not-null")) {
            return true;
        }
        if (!ORDERS.contains(operator)) {
            return like(operator, value.toString(), only(condition));
        }
        Object other = condition.valueOf().isEmpty()
                ? QueryFunctions.like(value, only(condition))
                : row.get(column(row.type(), condition.valueOf()));
        return other != null && compares(operator, Comparison.compare(value, other));
    }

    private static boolean compares(String operator, int order) {
        return switch (operator) {
            case "eq" -> order == 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            default -> order != 0;
        };
    }

    private static boolean like(String operator, String text, String pattern) {
        return switch (operator) {
            case "like" -> Comparison.like(text, pattern);
            case "not-like" -> !Comparison.like(text, pattern);
            case "begins-with" -> Comparison.like(text, pattern + "%");
            case "not-begin-with" -> !Comparison.like(text, pattern + "%");
            case "ends-with" -> Comparison.like(text, "%" + pattern);
            default -> !Comparison.like(text, "%" + pattern);
        };
    }

    /** {@code last-x-days} is the query function {@code LastXDays}. */
    private static String function(String operator) {
        return FUNCTIONS.getOrDefault(
                operator,
                Arrays.stream(operator.split("-"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining())
                        .replace("Olderthan", "OlderThan"));
    }

    /** Operators that there are; the others are refused even where no row is looked at. */
    static void check(FetchXml.Filter filter) {
        for (FetchXml.Condition condition : filter.conditions()) {
            String operator = condition.operator();
            if (!OWN.contains(operator) && !QueryFunctions.exists(function(operator))) {
                throw FetchXml.malformed("The operator '" + operator + "' is not known.");
            }
        }
        filter.filters().forEach(FetchConditions::check);
    }

    private static String only(FetchXml.Condition condition) {
        if (condition.values().size() != 1) {
            throw FetchXml.malformed("The operator '" + condition.operator() + "' takes one value.");
        }
        return condition.values().get(0);
    }

    /** Attributes have logical names, lookups without the underscores that their columns have. */
    static String column(EdmEntityType type, String attribute) {
        if (type.getStructuralProperty(attribute) != null) {
            return attribute;
        }
        String lookup = "_" + attribute + "_value";
        if (type.getStructuralProperty(lookup) == null) {
            throw new DataverseError(
                    400,
                    "0x80041103",
                    "'" + type.getName() + "' entity doesn't contain attribute with Name = '" + attribute + "'.");
        }
        return lookup;
    }
}
