package dev.lathe.processor.plan;

import dev.lathe.processor.model.TypeRef;

/** The one place that turns a model's type into a Java value. */
final class Values {

    private static final ValuePlan ANY = new ValuePlan.Scalar(ScalarPlan.ANY);

    private final TypeNames names;

    Values(TypeNames names) {
        this.names = names;
    }

    ValuePlan of(TypeRef type) {
        if (type instanceof TypeRef.Scalar scalar) {
            return new ValuePlan.Scalar(ScalarPlan.of(scalar.kind()));
        }
        if (type instanceof TypeRef.ListOf list) {
            return new ValuePlan.Listed(of(list.item()));
        }
        if (type instanceof TypeRef.MapOf map) {
            return new ValuePlan.Mapped(of(map.value()));
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
}
