package dev.lathe.runtime.odata;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A condition as a tree, so that it can be written for a row itself and for a row inside of {@code any} and {@code all}. */
sealed interface Expression {

    /** Writes the condition for the row that a prefix names: empty for the row itself, {@code a/} for a range variable. */
    void write(StringBuilder out, String prefix, int depth);

    /** The call in this condition before which the service refuses {@code not}; a lambda is a condition of its own. */
    default Optional<NamedCall> refusedNot() {
        return Optional.empty();
    }

    /** {@code name eq 'x'}. */
    record Comparison(String path, String operator, String literal) implements Expression {
        @Override
        public void write(StringBuilder out, String prefix, int depth) {
            out.append(prefix)
                    .append(path)
                    .append(' ')
                    .append(operator)
                    .append(' ')
                    .append(literal);
        }
    }

    /** {@code numberofemployees gt followers}. */
    record ColumnComparison(String path, String operator, String other) implements Expression {
        @Override
        public void write(StringBuilder out, String prefix, int depth) {
            out.append(prefix).append(path).append(' ').append(operator).append(' ');
            out.append(prefix).append(other);
        }
    }

    /** {@code contains(name,'x')}. */
    record FunctionCall(String function, String path, String literal) implements Expression {
        @Override
        public void write(StringBuilder out, String prefix, int depth) {
            out.append(function)
                    .append('(')
                    .append(prefix)
                    .append(path)
                    .append(',')
                    .append(literal)
                    .append(')');
        }
    }

    /** {@code geo.distance(place,geography'...') lt 900}. */
    record FunctionComparison(FunctionCall call, String operator, String literal) implements Expression {
        @Override
        public void write(StringBuilder out, String prefix, int depth) {
            call.write(out, prefix, depth);
            out.append(' ').append(operator).append(' ').append(literal);
        }
    }

    /**
     * {@code Sample.IsOld(Days=5)}, and behind a navigation {@code owner/Sample.IsOld(Days=5)}.
     *
     * @param path empty, or ends with a slash
     */
    record NamedCall(
            String path,
            String function,
            String parameters,
            @Nullable String insteadOfNot) implements Expression {
        @Override
        public void write(StringBuilder out, String prefix, int depth) {
            out.append(prefix).append(path).append(function);
            out.append('(').append(parameters).append(')');
        }

        @Override
        public Optional<NamedCall> refusedNot() {
            return insteadOfNot == null ? Optional.empty() : Optional.of(this);
        }
    }

    /** {@code a and b}. */
    record Junction(String operator, Expression left, Expression right) implements Expression {
        @Override
        public void write(StringBuilder out, String prefix, int depth) {
            operand(left, out, prefix, depth);
            out.append(' ').append(operator).append(' ');
            operand(right, out, prefix, depth);
        }

        @Override
        public Optional<NamedCall> refusedNot() {
            return left.refusedNot().or(right::refusedNot);
        }

        private void operand(Expression operand, StringBuilder out, String prefix, int depth) {
            boolean other = operand instanceof Raw
                    || operand instanceof Junction junction && !junction.operator.equals(operator);
            out.append(other ? "(" : "");
            operand.write(out, prefix, depth);
            out.append(other ? ")" : "");
        }
    }

    /** {@code not (a)}. */
    record Negation(Expression inner) implements Expression {
        @Override
        public void write(StringBuilder out, String prefix, int depth) {
            out.append("not (");
            inner.write(out, prefix, depth);
            out.append(')');
        }
    }

    /** {@code Account_Tasks/any(a:a/subject eq 'x')}. */
    record Lambda(String path, String operator, @Nullable Expression inner) implements Expression {
        @Override
        public void write(StringBuilder out, String prefix, int depth) {
            out.append(prefix).append(path).append('/').append(operator).append('(');
            if (inner != null) {
                String variable = variable(depth);
                out.append(variable).append(':');
                inner.write(out, variable + "/", depth + 1);
            }
            out.append(')');
        }
    }

    /** {@code tags/any(a:a eq 'x')}. */
    record ItemComparison(String path, String literal) implements Expression {
        @Override
        public void write(StringBuilder out, String prefix, int depth) {
            String variable = variable(depth);
            out.append(prefix).append(path).append("/any(").append(variable).append(':');
            out.append(variable).append(" eq ").append(literal).append(')');
        }
    }

    /** What the caller wrote. */
    record Raw(String text) implements Expression {
        @Override
        public void write(StringBuilder out, String prefix, int depth) {
            out.append(text);
        }
    }

    private static String variable(int depth) {
        return depth < 26 ? String.valueOf((char) ('a' + depth)) : "v" + depth;
    }
}
