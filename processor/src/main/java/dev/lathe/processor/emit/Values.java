package dev.lathe.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.lathe.processor.plan.RuntimeTypes;
import dev.lathe.processor.plan.ScalarPlan;
import dev.lathe.processor.plan.ValuePlan;
import java.util.Base64;

/** How generated code names the reading and writing of a value. */
final class Values {

    private Values() {}

    // Trait.TYPE, Scalars.STRING, Trait.TYPE.list()
    static CodeBlock type(ValuePlan value) {
        if (value instanceof ValuePlan.Scalar scalar) {
            return CodeBlock.of("$T.$L", RuntimeTypes.SCALARS, scalar.scalar().name());
        }
        if (value instanceof ValuePlan.Declared declared) {
            return CodeBlock.of("$T.TYPE", declared.java());
        }
        if (value instanceof ValuePlan.Listed listed) {
            return CodeBlock.of("$L.list()", type(listed.item()));
        }
        if (value instanceof ValuePlan.Mapped mapped) {
            return CodeBlock.of("$L.map()", type(mapped.value()));
        }
        throw new AssertionError("not JSON: " + value);
    }

    // in.string(), in.read(Trait.TYPE), in.list(Trait.TYPE)
    static CodeBlock read(ValuePlan value) {
        if (value instanceof ValuePlan.Scalar scalar) {
            return CodeBlock.of("in.$L()", scalar.scalar().reader());
        }
        if (value instanceof ValuePlan.Listed listed) {
            return CodeBlock.of("in.list($L)", type(listed.item()));
        }
        if (value instanceof ValuePlan.Mapped mapped) {
            return CodeBlock.of("in.map($L)", type(mapped.value()));
        }
        return CodeBlock.of("in.read($L)", type(value));
    }

    // Scalars.BASE64.list().toValue(thumbnails)
    static CodeBlock typed(String name, ValuePlan value, boolean nullable) {
        CodeBlock typed = CodeBlock.of("$L.toValue($N)", type(value), name);
        return nullable ? CodeBlock.of("$N == null ? null : $L", name, typed) : typed;
    }

    /** The value as it goes into a URL, a header or a form; an instant of epoch milliseconds goes as its number. */
    static CodeBlock parameter(String name, ValuePlan value, boolean nullable) {
        if (value instanceof ValuePlan.Scalar scalar && scalar.scalar() == ScalarPlan.EPOCH_MILLIS) {
            return nullable
                    ? CodeBlock.of("$1N == null ? null : $1N.toEpochMilli()", name)
                    : CodeBlock.of("$N.toEpochMilli()", name);
        }
        if (value instanceof ValuePlan.Scalar scalar && scalar.scalar() == ScalarPlan.BASE64URL) {
            CodeBlock text = CodeBlock.of("$T.getUrlEncoder().withoutPadding().encodeToString($N)", Base64.class, name);
            return nullable ? CodeBlock.of("$N == null ? null : $L", name, text) : text;
        }
        return CodeBlock.of("$N", name);
    }
}
