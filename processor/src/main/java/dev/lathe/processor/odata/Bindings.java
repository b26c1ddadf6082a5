package dev.lathe.processor.odata;

import dev.lathe.processor.model.TypeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.olingo.commons.api.edm.provider.CsdlNavigationPropertyBinding;

/** In which entity set the target of a navigation property lies. */
final class Bindings {

    private record End(TypeId type, String navigation) {}

    private final Map<End, String> bound = new HashMap<>();
    private final Map<TypeId, List<String>> setsOf = new HashMap<>();

    Bindings(Containers.Contents contents, TypeNames names, Structures structures) {
        contents.sets()
                .forEach(set -> setsOf.computeIfAbsent(set.type(), type -> new ArrayList<>(1))
                        .add(set.source().getName()));
        for (Containers.Target target : contents.targets()) {
            for (CsdlNavigationPropertyBinding binding : target.source().getNavigationPropertyBindings()) {
                add(target, binding, contents, names, structures);
            }
        }
    }

    private void add(
            Containers.Target from,
            CsdlNavigationPropertyBinding binding,
            Containers.Contents contents,
            TypeNames names,
            Structures structures) {
        String set = lastSegment(binding.getTarget());
        // Dataverse binds owners to a set that it does not declare; others to sets of other services.
        if (!contents.setNames().contains(set)) {
            return;
        }
        end(from.type(), binding.getPath(), names, structures).ifPresent(end -> bound.putIfAbsent(end, set));
    }

    /** The navigation property at the end of a path through casts, complex properties and contained entities. */
    private static Optional<End> end(TypeId from, String path, TypeNames names, Structures structures) {
        TypeId at = from;
        String rest = path;
        for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
            Optional<TypeId> next = step(at, rest.substring(0, slash), names, structures);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
            rest = rest.substring(slash + 1);
        }
        String navigation = rest;
        return structures.declaring(at, navigation).map(type -> new End(type, navigation));
    }

    private static Optional<TypeId> step(TypeId at, String segment, TypeNames names, Structures structures) {
        if (segment.contains(".")) {
            return names.find(segment, TypeNames.Kind.ENTITY, TypeNames.Kind.COMPLEX);
        }
        Optional<String> type = structures
                .property(at, segment)
                .map(property -> property.getType())
                .or(() -> structures
                        .declaring(at, segment)
                        .flatMap(declaring -> structures.get(declaring).type().getNavigationProperties().stream()
                                .filter(navigation -> navigation.getName().equals(segment))
                                .map(navigation -> navigation.getType())
                                .findFirst()));
        return type.flatMap(name -> names.find(name, TypeNames.Kind.ENTITY, TypeNames.Kind.COMPLEX));
    }

    private static String lastSegment(String target) {
        return target.substring(target.lastIndexOf('/') + 1);
    }

    /** The set that a container binds the navigation property to, if there is such a set. */
    Optional<String> set(TypeId declaring, String navigation) {
        return Optional.ofNullable(bound.get(new End(declaring, navigation)));
    }

    /** The set of a type that has exactly one. */
    Optional<String> onlySet(TypeId type) {
        List<String> sets = setsOf.getOrDefault(type, List.of());
        return sets.size() == 1 ? Optional.of(sets.get(0)) : Optional.empty();
    }
}
