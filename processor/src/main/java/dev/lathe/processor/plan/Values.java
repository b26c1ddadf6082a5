package dev.lathe.processor.plan;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import dev.lathe.processor.model.TypeRef;

/** The one place that turns a model's type into a Java value. */
final class Values {

    private static final ValuePlan ANY = new ValuePlan.Scalar(ScalarPlan.ANY);

    private final TypeNames names;
    private final boolean jspecify;

    /** @param jspecify whether nullness is annotated */
    Values(TypeNames names, boolean jspecify) {
        this.names = names;
        this.jspecify = jspecify;
    }

    ValuePlan of(TypeRef type) {
        if (type instanceof TypeRef.Scalar scalar) {
            return new ValuePlan.Scalar(ScalarPlan.of(scalar.kind()));
        }
        if (type instanceof TypeRef.ListOf list) {
            ValuePlan item = of(list.item());
            return new ValuePlan.Listed(item, element(item, list.nullableItems()));
        }
        if (type instanceof TypeRef.MapOf map) {
            ValuePlan value = of(map.value());
            return new ValuePlan.Mapped(value, element(value, map.nullableValues()));
        }
        if (type instanceof TypeRef.Named named) {
            return names.find(named.id())
                    .<ValuePlan>map(ValuePlan.Declared::new)
                    .orElse(ANY);
        }
        if (type instanceof TypeRef.Any) {
            return ANY;
        }
        if (type instanceof TypeRef.Stream) {
            return new ValuePlan.Streamed();
        }
        throw new AssertionError(type); // ValuesTest covers TypeRef.class.getPermittedSubclasses()
    }

    private TypeName element(ValuePlan value, boolean nullable) {
        return nullable && jspecify
                ? value.java()
                        .annotated(AnnotationSpec.builder(RuntimeTypes.NULLABLE).build())
                : value.java();
    }
}
