package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.olingo.commons.api.edm.EdmEnumType;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.commons.api.ex.ODataException;
import org.apache.olingo.server.api.uri.UriInfoResource;
import org.apache.olingo.server.api.uri.UriParameter;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceCount;
import org.apache.olingo.server.api.uri.UriResourceFunction;
import org.apache.olingo.server.api.uri.UriResourceIt;
import org.apache.olingo.server.api.uri.UriResourceLambdaAll;
import org.apache.olingo.server.api.uri.UriResourceLambdaAny;
import org.apache.olingo.server.api.uri.UriResourceLambdaVariable;
import org.apache.olingo.server.api.uri.UriResourceNavigation;
import org.apache.olingo.server.api.uri.UriResourceProperty;
import org.apache.olingo.server.api.uri.queryoption.AliasQueryOption;
import org.apache.olingo.server.api.uri.queryoption.expression.BinaryOperatorKind;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitor;
import org.apache.olingo.server.api.uri.queryoption.expression.Literal;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;
import org.apache.olingo.server.api.uri.queryoption.expression.UnaryOperatorKind;
import org.jspecify.annotations.Nullable;

/**
 * Compiles Olingo's expression trees into {@link Term}s, within the limits of Dataverse: comparisons, logic,
 * {@code contains}, {@code startswith}, {@code endswith}, {@code any}, {@code all}, query functions. A comparison with null by order is
 * unknown, and a row is found only when its condition is true.
 */
final class Terms implements ExpressionVisitor<Term> {

    private final QueryFunctions functions;
    private final Store store;
    private final Map<String, AliasQueryOption> aliases;

    private Terms(QueryFunctions functions, Map<String, AliasQueryOption> aliases) {
        this.functions = functions;
        this.store = functions.store();
        this.aliases = aliases;
    }

    static Term compile(Expression expression, QueryFunctions functions, Map<String, AliasQueryOption> aliases) {
        return new Terms(functions, aliases).compile(expression);
    }

    /** The rows for which the expression is true. */
    static Predicate<Row> filter(
            Expression expression, QueryFunctions functions, Map<String, AliasQueryOption> aliases) {
        Term term = compile(expression, functions, aliases);
        return row -> Boolean.TRUE.equals(term.of(Term.Scope.of(row)));
    }

    private Term compile(Expression expression) {
        try {
            return expression.accept(this);
        } catch (ODataException e) {
            throw DataverseError.query("The query specified in the URI is not valid. " + e.getMessage());
        }
    }

    @Override
    public Term visitBinaryOperator(BinaryOperatorKind operator, Term left, Term right) {
        return switch (operator) {
            case AND -> scope -> and(left.of(scope), () -> right.of(scope));
            case OR -> scope -> or(left.of(scope), () -> right.of(scope));
            case EQ -> scope -> equal(left.of(scope), right.of(scope));
            case NE -> scope -> !equal(left.of(scope), right.of(scope));
            case GT -> ordered(left, right, order -> order > 0);
            case GE -> ordered(left, right, order -> order >= 0);
            case LT -> ordered(left, right, order -> order < 0);
            case LE -> ordered(left, right, order -> order <= 0);
            default -> throw unsupported("The operator '" + operator + "'");
        };
    }

    private interface Later {
        @Nullable
        Object get();
    }

    private static @Nullable Object and(@Nullable Object left, Later right) {
        if (Boolean.FALSE.equals(left)) {
            return false;
        }
        Object other = right.get();
        return Boolean.FALSE.equals(other) ? (Object) false : left == null ? null : other;
    }

    private static @Nullable Object or(@Nullable Object left, Later right) {
        if (Boolean.TRUE.equals(left)) {
            return true;
        }
        Object other = right.get();
        return Boolean.TRUE.equals(other) ? (Object) true : left == null ? null : other;
    }

    private static boolean equal(@Nullable Object left, @Nullable Object right) {
        return left == null || right == null ? left == right : Comparison.equal(left, right);
    }

    private static Term ordered(Term left, Term right, Predicate<Integer> wanted) {
        return scope -> {
            Object a = left.of(scope);
            Object b = right.of(scope);
            return a == null || b == null ? null : (Object) wanted.test(Comparison.compare(a, b));
        };
    }

    @Override
    public Term visitBinaryOperator(BinaryOperatorKind operator, Term left, List<Term> right) {
        throw unsupported("The operator '" + operator + "'");
    }

    @Override
    public Term visitUnaryOperator(UnaryOperatorKind operator, Term operand) {
        if (operand instanceof Called called) {
            throw DataverseError.query(
                    "The operator 'not' cannot stand before the function '" + called.function() + "'.");
        }
        if (operator == UnaryOperatorKind.NOT) {
            return scope -> operand.of(scope) instanceof Boolean value ? !value : null;
        }
        throw unsupported("The operator '" + operator + "'");
    }

    @Override
    public Term visitMethodCall(MethodKind method, List<Term> parameters) {
        return switch (method) {
            case CONTAINS -> search(parameters, part -> "%" + part + "%", String::contains);
            case STARTSWITH -> search(parameters, part -> part + "%", String::startsWith);
            case ENDSWITH -> search(parameters, part -> "%" + part, String::endsWith);
            default -> throw unsupported("The function '" + method + "'");
        };
    }

    private interface Search {
        boolean in(String text, String part);
    }

    private static Term search(List<Term> parameters, Function<String, String> asPattern, Search plain) {
        return scope -> {
            Object text = parameters.get(0).of(scope);
            Object part = parameters.get(1).of(scope);
            if (text == null || part == null) {
                return null;
            }
            String searched = part.toString();
            return Comparison.hasWildcards(searched)
                    ? Comparison.like(text.toString(), asPattern.apply(searched))
                    : plain.in(lower(text), lower(searched));
        };
    }

    private static String lower(Object text) {
        return text.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public Term visitLiteral(Literal literal) {
        Object value = literal.getType() == null ? null : Values.fromLiteral(literal.getType(), literal.getText());
        return scope -> value;
    }

    @Override
    public Term visitEnum(EdmEnumType type, List<String> members) {
        String value = String.join(",", members);
        return scope -> value;
    }

    @Override
    public Term visitAlias(String name) {
        AliasQueryOption alias = aliases.get(name);
        if (alias == null || alias.getText() == null) {
            return scope -> null; // an alias without a value is null
        }
        if (alias.getValue() != null) {
            return compile(alias.getValue());
        }
        Object value = AliasLiteral.parse(alias.getText());
        return scope -> value;
    }

    @Override
    public Term visitTypeLiteral(EdmType type) {
        throw unsupported("A type");
    }

    @Override
    public Term visitLambdaReference(String variable) {
        return scope -> scope.variables().get(variable);
    }

    @Override
    public Term visitLambdaExpression(String function, String variable, Expression expression) {
        throw unsupported("The lambda function '" + function + "' here");
    }

    @Override
    public Term visitMember(Member member) {
        return path(member.getResourcePath());
    }

    private Term path(UriInfoResource path) {
        Term term = Term.Scope::row;
        boolean throughLookup = false;
        for (UriResource part : path.getUriResourceParts()) {
            if (part instanceof UriResourceLambdaVariable variable) {
                term = scope -> scope.variables().get(variable.getVariableName());
            } else if (part instanceof UriResourceIt) {
                term = Term.Scope::row;
            } else if (part instanceof UriResourceNavigation navigation) {
                term = navigate(term, navigation.getProperty(), throughLookup);
                throughLookup |= !navigation.isCollection();
            } else if (part instanceof UriResourceProperty property) {
                term = column(term, property.getProperty().getName());
            } else if (part instanceof UriResourceLambdaAny any) {
                term = any(term, any);
            } else if (part instanceof UriResourceLambdaAll all) {
                term = all(term, all);
            } else if (part instanceof UriResourceFunction function) {
                term = call(function);
            } else if (part instanceof UriResourceCount) {
                Term rows = term;
                term = scope -> rows.of(scope) instanceof List<?> list ? (Object) list.size() : null;
            } else {
                throw unsupported("'" + part.getSegmentValue() + "'");
            }
        }
        return term;
    }

    /** A query function: its first parameter names the column that it looks at, or the path to it. */
    private Term call(UriResourceFunction part) {
        String path = "";
        List<String> arguments = new ArrayList<>();
        for (UriParameter parameter : part.getParameters()) {
            if (parameter.getName().equals("PropertyName")) {
                path = AliasLiteral.texts(textOf(parameter)).get(0);
            } else {
                arguments.addAll(AliasLiteral.texts(textOf(parameter)));
            }
        }
        List<String> segments = List.of(path.split("/", -1));
        return new Called(this, part.getFunction().getName(), segments, List.copyOf(arguments));
    }

    private String textOf(UriParameter parameter) {
        AliasQueryOption alias = parameter.getAlias() == null ? null : aliases.get(parameter.getAlias());
        String text = alias == null ? parameter.getText() : alias.getText();
        if (text == null) {
            throw DataverseError.query("The parameter '" + parameter.getName() + "' has no value.");
        }
        return text;
    }

    private record Called(Terms terms, String function, List<String> path, List<String> arguments) implements Term {

        @Override
        public @Nullable Object of(Scope scope) {
            Object bound = path.size() > 1 ? scope.variables().get(path.get(0)) : null;
            Row row = bound instanceof Row other ? other : scope.row();
            for (String name : path.subList(bound == null ? 0 : 1, path.size() - 1)) {
                EdmNavigationProperty nav = row.type().getNavigationProperty(name);
                if (nav == null || nav.isCollection()) {
                    throw unsupported("The path '" + String.join("/", path) + "'");
                }
                Optional<Row> next = terms.store.related(row, nav).stream().findFirst();
                if (next.isEmpty()) {
                    return null;
                }
                row = next.get();
            }
            return terms.functions.holds(function, row, path.get(path.size() - 1), arguments);
        }
    }

    private Term navigate(Term from, EdmNavigationProperty nav, boolean throughLookup) {
        if (nav.isCollection() && throughLookup) {
            throw DataverseError.query("A collection that is reached through the lookup of another row cannot be "
                    + "filtered: '" + nav.getName() + "'.");
        }
        return scope -> {
            if (!(from.of(scope) instanceof Row row)) {
                return null;
            }
            List<Row> rows = store.related(row, nav);
            return nav.isCollection() ? rows : rows.isEmpty() ? null : rows.get(0);
        };
    }

    private static Term column(Term from, String name) {
        return scope -> {
            Object owner = from.of(scope);
            if (owner instanceof Row row) {
                return row.get(name);
            }
            return owner instanceof Map<?, ?> complex ? complex.get(name) : null;
        };
    }

    private Term any(Term from, UriResourceLambdaAny any) {
        if (any.getExpression() == null) {
            return scope -> from.of(scope) instanceof List<?> rows && !rows.isEmpty();
        }
        Term condition = compile(any.getExpression());
        return scope -> from.of(scope) instanceof List<?> rows
                && rows.stream().anyMatch(holds(condition, scope, any.getLambdaVariable()));
    }

    private Term all(Term from, UriResourceLambdaAll all) {
        Term condition = compile(all.getExpression());
        return scope -> from.of(scope) instanceof List<?> rows
                && rows.stream().allMatch(holds(condition, scope, all.getLambdaVariable()));
    }

    private static Predicate<Object> holds(Term condition, Term.Scope scope, String variable) {
        return item -> Objects.equals(true, condition.of(scope.with(variable, item)));
    }

    private static DataverseError unsupported(String what) {
        return DataverseError.query("The query specified in the URI is not valid. " + what + " is not supported.");
    }
}
