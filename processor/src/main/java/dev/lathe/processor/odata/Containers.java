package dev.lathe.processor.odata;

import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.TypeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.olingo.commons.api.edm.provider.CsdlActionImport;
import org.apache.olingo.commons.api.edm.provider.CsdlBindingTarget;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainer;
import org.apache.olingo.commons.api.edm.provider.CsdlEntitySet;
import org.apache.olingo.commons.api.edm.provider.CsdlFunctionImport;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.apache.olingo.commons.api.edm.provider.CsdlSingleton;

/** Reads the entity containers: what a service offers under its root. */
final class Containers {

    /** An entity set or a singleton whose type is known. */
    record Target(CsdlBindingTarget source, TypeId type, boolean singleton, String place) {}

    /** An import of an operation. */
    record Import(String name, String operation, boolean action, String place) {}

    /**
     * What all containers hold together. A service has one container; it may extend another one of the same document.
     *
     * @param name of the container that extends and is not extended; empty without any
     */
    record Contents(String name, String namespace, List<Target> targets, Set<String> setNames, List<Import> imports) {

        List<Target> sets() {
            return targets.stream().filter(target -> !target.singleton).toList();
        }
    }

    private final TypeNames names;
    private final Marks marks;
    private final Findings findings;
    private final List<Target> targets = new ArrayList<>();
    private final List<Import> imports = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    Containers(TypeNames names, Marks marks, Findings findings) {
        this.names = names;
        this.marks = marks;
        this.findings = findings;
    }

    Contents read(List<CsdlSchema> schemas) {
        Map<String, CsdlEntityContainer> containers = new HashMap<>();
        Set<String> extended = new HashSet<>();
        schemas.stream()
                .filter(schema -> schema.getEntityContainer() != null)
                .forEach(schema -> containers.put(
                        schema.getNamespace() + "."
                                + schema.getEntityContainer().getName(),
                        schema.getEntityContainer()));
        String name = "";
        String namespace = "";
        for (CsdlSchema schema : schemas) {
            CsdlEntityContainer container = schema.getEntityContainer();
            if (container == null) {
                continue;
            }
            String place = Marks.container(schema.getNamespace(), container.getName());
            extends_(container, place, containers, extended);
            contents(container, place);
        }
        for (CsdlSchema schema : schemas) {
            CsdlEntityContainer container = schema.getEntityContainer();
            if (container != null
                    && name.isEmpty()
                    && !extended.contains(schema.getNamespace() + "." + container.getName())) {
                name = container.getName();
                namespace = schema.getNamespace();
            }
        }
        targets.sort(Comparator.comparingInt(target -> marks.get(target.place).offset()));
        Set<String> setNames = new HashSet<>();
        targets.stream().filter(t -> !t.singleton).forEach(t -> setNames.add(t.source.getName()));
        return new Contents(name, namespace, List.copyOf(targets), setNames, List.copyOf(imports));
    }

    private void extends_(
            CsdlEntityContainer container,
            String place,
            Map<String, CsdlEntityContainer> containers,
            Set<String> extended) {
        String base = container.getExtendsContainer();
        if (base == null) {
            return;
        }
        String qualified = names.qualify(base);
        extended.add(qualified);
        if (!containers.containsKey(qualified)) {
            findings.warning(
                    "unknown-container",
                    marks.at(place),
                    "The document declares no entity container '" + base + "'; what '" + container.getName()
                            + "' would inherit from it is missing.",
                    names.elsewhere(qualified)
                            .map(hint -> new String[] {hint})
                            .orElseGet(() -> Nearest.hint(qualified, containers.keySet())));
        }
    }

    private void contents(CsdlEntityContainer container, String place) {
        for (CsdlEntitySet set : container.getEntitySets()) {
            target(set, set.getType(), false, Marks.member(place, set.getName()));
        }
        for (CsdlSingleton singleton : container.getSingletons()) {
            target(singleton, singleton.getType(), true, Marks.member(place, singleton.getName()));
        }
        for (CsdlFunctionImport function : container.getFunctionImports()) {
            imports.add(new Import(
                    function.getName(), function.getFunction(), false, Marks.member(place, function.getName())));
        }
        for (CsdlActionImport action : container.getActionImports()) {
            imports.add(new Import(action.getName(), action.getAction(), true, Marks.member(place, action.getName())));
        }
    }

    private void target(CsdlBindingTarget source, String type, boolean singleton, String place) {
        String what = singleton ? "singleton '" : "entity set '";
        if (!taken.add(source.getName())) {
            findings.warning(
                    "duplicate-definition",
                    marks.at(place),
                    "There are two of '" + source.getName() + "' in the entity containers; the first one counts.");
            return;
        }
        Optional<TypeId> entity = names.find(type, TypeNames.Kind.ENTITY);
        if (entity.isEmpty()) {
            names.unknown(type, marks.at(place), "the " + what + source.getName() + "' is left out");
            return;
        }
        targets.add(new Target(source, entity.get(), singleton, place));
    }

    static Resource resource(Target target, Vocabulary vocabulary, Marks marks) {
        var docs = vocabulary.docs(marks.get(target.place).annotations());
        return target.singleton
                ? new Resource.Singleton(target.source.getName(), target.type, docs, marks.at(target.place))
                : new Resource.EntitySet(target.source.getName(), target.type, docs, marks.at(target.place));
    }
}
