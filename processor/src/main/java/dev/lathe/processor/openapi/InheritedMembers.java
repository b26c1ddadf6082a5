package dev.lathe.processor.openapi;

import dev.lathe.processor.model.TypeRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says where a type tells more of a member than the type that it inherits it from: a class has one getter for it, with the
 * type that its base says.
 */
final class InheritedMembers {

    private final SchemaTypes types;
    private final SchemaStore store;
    private final Composition composition;
    private final Findings findings;

    InheritedMembers(SchemaTypes types, SchemaStore store, Findings findings) {
        this.types = types;
        this.store = store;
        this.composition = types.composition();
        this.findings = findings;
    }

    void report(SchemaAt schema) {
        composition.base(schema).ifPresent(base -> {
            Map<String, Composition.Member> own = new LinkedHashMap<>();
            composition.redeclared(schema).forEach(member -> own.put(member.wireName(), member));
            composition
                    .allMembers(base)
                    .forEach(above -> Optional.ofNullable(own.get(above.wireName()))
                            .filter(member -> !tellsTheType(base, member.wireName()))
                            .filter(member -> saysMore(schema, member, base, above))
                            .ifPresent(member -> report(schema, member)));
        });
    }

    private void report(SchemaAt schema, Composition.Member member) {
        findings.warnOnce(
                "inherited-type",
                "",
                member.last().at(),
                "'" + member.wireName() + "' is of another type in '" + schema.name()
                        + "' than in the type that it inherits from; it is read as that says.");
    }

    /** What a class stands for is known without it. */
    private boolean tellsTheType(SchemaAt schema, String wireName) {
        return schema.discriminator().filter(wireName::equals).isPresent()
                || composition
                        .base(schema)
                        .filter(base -> tellsTheType(base, wireName))
                        .isPresent();
    }

    private boolean saysMore(SchemaAt schema, Composition.Member own, SchemaAt base, Composition.Member inherited) {
        TypeRef here = types.ofMember(schema, own).type();
        TypeRef there = types.ofMember(base, inherited).type();
        boolean same = here.equals(there) || (here instanceof TypeRef.Scalar && there instanceof TypeRef.Scalar);
        return !same
                && Agreement.vagueness(here) <= Agreement.vagueness(there)
                && !isOfTheFamily(own.last(), inherited.last());
    }

    /** Which class of a family a value is of is seen when it is read. */
    private boolean isOfTheFamily(SchemaAt own, SchemaAt inherited) {
        SchemaAt below = store.deref(own);
        SchemaAt above = store.deref(inherited);
        if (below.items().isPresent() && above.items().isPresent()) {
            return isOfTheFamily(below.items().get(), above.items().get());
        }
        Optional<SchemaAt> next = Optional.of(below);
        while (next.isPresent() && !next.get().equals(above)) {
            next = composition.base(next.get());
        }
        return next.isPresent();
    }
}
