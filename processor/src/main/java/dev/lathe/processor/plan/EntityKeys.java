package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.KeyPart;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans the keys of entities. */
final class EntityKeys {

    private final ApiModel model;
    private final Values values;
    private final Lineage lineage;

    EntityKeys(ApiModel model, Values values, Lineage lineage) {
        this.model = model;
        this.values = values;
        this.lineage = lineage;
    }

    /** A key; without parts when the type has none. */
    record Planned(List<EntitySetPlan.KeyPart> parts) {

        /** The type of a whole key: that of its one part, or the runtime's for several. */
        Optional<TypeName> type() {
            return switch (parts.size()) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(parts.get(0).java().box());
                default -> Optional.of(RuntimeTypes.ENTITY_KEY);
            };
        }
    }

    Planned of(ObjectDecl type) {
        return new Planned(parts(type, type.key()));
    }

    /** What else addresses a row; the methods that point at rows by it have names that the operations leave free. */
    List<EntitySetPlan.AlternateKey> alternate(ObjectDecl type, List<OperationPlan> operations) {
        Scope methods = Scope.ofMembers();
        methods.reserve(operations.stream().map(OperationPlan::name).toList());
        return lineage.alternateKeys(type).stream()
                .map(key -> new EntitySetPlan.AlternateKey(
                        methods.take(key.stream()
                                .map(part -> Identifiers.pascal(part.name()))
                                .collect(Collectors.joining("And", "refBy", ""))),
                        parts(type, key)))
                .toList();
    }

    private List<EntitySetPlan.KeyPart> parts(ObjectDecl type, List<KeyPart> key) {
        ParameterNames parameterNames = new ParameterNames();
        List<EntitySetPlan.KeyPart> parts = new ArrayList<>();
        for (KeyPart part : key) {
            TypeName java = property(type, part.path())
                    .map(p -> ResourcePlanner.unboxed(values.of(p.type())))
                    .orElse(ClassName.get(String.class));
            parts.add(new EntitySetPlan.KeyPart(parameterNames.take(part.name()), part.name(), java));
        }
        return parts;
    }

    private Optional<Property> property(ObjectDecl type, String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        Optional<Property> property = lineage.properties(type).stream()
                .filter(p -> p.wireName().equals(first))
                .findFirst();
        return slash < 0
                ? property
                : property.flatMap(p -> p.type() instanceof TypeRef.Named named
                        ? model.object(named.id()).flatMap(inner -> property(inner, path.substring(slash + 1)))
                        : Optional.empty());
    }
}
