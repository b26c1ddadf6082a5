package dev.lathe.processor.odata;

import dev.lathe.processor.model.KeyPart;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.TypeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.api.edm.provider.CsdlNavigationProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.apache.olingo.commons.api.edm.provider.CsdlStructuralType;

/** The entity and complex types of a document, with their lines of bases. */
final class Structures {

    /** One type. */
    record Structure(TypeId id, String namespace, CsdlStructuralType type) {

        boolean isEntity() {
            return type instanceof CsdlEntityType;
        }

        String key() {
            return id.value();
        }
    }

    /** Real ones have five. */
    private static final int MAX_BASES = 100;

    private final Map<TypeId, Structure> structures = new LinkedHashMap<>();
    private final Map<TypeId, TypeId> bases = new HashMap<>();

    private Structures() {}

    /** Reads the types; a cycle of bases is an error. */
    static Structures of(List<CsdlSchema> schemas, TypeNames names, Marks marks, Problems problems) {
        var structures = new Structures();
        for (CsdlSchema schema : schemas) {
            schema.getEntityTypes().forEach(type -> structures.add(schema, type));
            schema.getComplexTypes().forEach(type -> structures.add(schema, type));
        }
        structures.all().forEach(structure -> structures.linkBase(structure, names, marks));
        structures.reportCycles(marks, problems);
        return structures;
    }

    private void add(CsdlSchema schema, CsdlStructuralType type) {
        var id = new TypeId(Marks.type(schema.getNamespace(), type.getName()));
        structures.put(id, new Structure(id, schema.getNamespace(), type));
    }

    private void linkBase(Structure structure, TypeNames names, Marks marks) {
        String base = structure.type.getBaseType();
        if (base == null) {
            return;
        }
        names.find(base, structure.isEntity() ? TypeNames.Kind.ENTITY : TypeNames.Kind.COMPLEX)
                .ifPresentOrElse(
                        id -> bases.put(structure.id, id),
                        () -> names.unknown(
                                base,
                                marks.at(structure.key()),
                                "'" + structure.type.getName() + "' is read without its base type"));
    }

    /** Follows each line of bases once: a type that was settled on an earlier one ends it. */
    private void reportCycles(Marks marks, Problems problems) {
        Map<TypeId, Integer> depths = new HashMap<>();
        for (Structure structure : all()) {
            Set<TypeId> line = new LinkedHashSet<>();
            TypeId at = structure.id;
            while (at != null && !depths.containsKey(at) && line.add(at)) {
                at = bases.get(at);
            }
            if (at != null && line.contains(at)) {
                reportCycle(List.copyOf(line), at, marks, problems);
            }
            int depth = line.size() + (at == null ? 0 : depths.getOrDefault(at, 0));
            if (depth > MAX_BASES) {
                problems.error(
                        "too-deep",
                        marks.at(structure.key()),
                        "'" + structure.type.getName() + "' has more than " + MAX_BASES + " base types above it.");
                return;
            }
            for (TypeId type : line) {
                depths.put(type, depth--);
            }
        }
    }

    private static void reportCycle(List<TypeId> line, TypeId start, Marks marks, Problems problems) {
        List<TypeId> cycle = line.subList(line.indexOf(start), line.size());
        String names = String.join(" -> ", cycle.stream().map(TypeId::value).toList()) + " -> " + start;
        problems.error(
                "base-cycle",
                marks.at(start.value()),
                "A type cannot be its own base type: " + names + ".",
                "remove one BaseType of the cycle");
    }

    List<Structure> all() {
        return List.copyOf(structures.values());
    }

    Structure get(TypeId id) {
        Structure structure = structures.get(id);
        if (structure == null) {
            throw new IllegalArgumentException("not a structured type: " + id);
        }
        return structure;
    }

    Optional<TypeId> base(TypeId id) {
        return Optional.ofNullable(bases.get(id));
    }

    /** The type and its bases, nearest first. */
    List<Structure> line(TypeId id) {
        List<Structure> line = new ArrayList<>();
        for (TypeId at = id; at != null; at = bases.get(at)) {
            line.add(get(at));
        }
        return line;
    }

    /** The property of that name, own or inherited. */
    Optional<CsdlProperty> property(TypeId id, String name) {
        return line(id).stream()
                .flatMap(structure -> structure.type.getProperties().stream())
                .filter(property -> property.getName().equals(name))
                .findFirst();
    }

    /** The property to which a path leads: all but the last one are of complex types. */
    Optional<CsdlProperty> property(TypeId id, String path, TypeNames names) {
        int slash = path.indexOf('/');
        Optional<CsdlProperty> property = property(id, slash < 0 ? path : path.substring(0, slash));
        return slash < 0
                ? property
                : property.filter(step -> !step.isCollection())
                        .flatMap(step -> names.find(step.getType(), TypeNames.Kind.COMPLEX))
                        .flatMap(type -> property(type, path.substring(slash + 1), names));
    }

    /** The type in the line that declares the navigation property. */
    Optional<TypeId> declaring(TypeId id, String navigation) {
        return line(id).stream()
                .filter(structure -> structure.type.getNavigationProperties().stream()
                        .map(CsdlNavigationProperty::getName)
                        .anyMatch(navigation::equals))
                .map(Structure::id)
                .findFirst();
    }

    /** The key: a derived type has that of its base, even where it says so again. */
    List<KeyPart> key(TypeId id) {
        List<Structure> line = line(id);
        for (int i = line.size() - 1; i >= 0; i--) {
            if (line.get(i).type instanceof CsdlEntityType entity && entity.getKey() != null) {
                return entity.getKey().stream()
                        .map(part ->
                                new KeyPart(part.getAlias() == null ? part.getName() : part.getAlias(), part.getName()))
                        .distinct()
                        .toList();
            }
        }
        return List.of();
    }
}
