package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what is said about a value beside what it may be, wherever that stands: JSON Schema calls it annotations, and
 * lets each part of {@code allOf} have some (2020-12, section 7.7.1).
 */
final class Annotations {

    private final SchemaStore store;

    Annotations(SchemaStore store) {
        this.store = store;
    }

    /** Of a type, where the schema stands for one of its own. */
    Docs ofType(SchemaAt schema) {
        return DocsText.of(nodes(here(List.of(schema))));
    }

    /**
     * Of a value, whose schema may refer to one that others use as well. What that says stands at its class; here only where
     * it has none.
     *
     * @param declarations the last one counts most
     */
    Docs ofValue(List<SchemaAt> declarations, TypeRef type) {
        return DocsText.of(nodes(of(declarations, type)));
    }

    /** Of a parameter or a header: what stands there itself, else what its schema says. */
    Docs ofHolder(JsonNode holder, Optional<SchemaAt> schema, TypeRef type) {
        List<JsonNode> nodes = new ArrayList<>(List.of(holder));
        schema.ifPresent(one -> nodes.addAll(nodes(of(List.of(one), type))));
        return DocsText.of(nodes);
    }

    private Set<SchemaAt> of(List<SchemaAt> declarations, TypeRef type) {
        Set<SchemaAt> here = here(declarations);
        return type instanceof TypeRef.Named ? here : beyond(here);
    }

    /** The schemas and those of their parts that stand in them, the most telling one first. */
    private static Set<SchemaAt> here(List<SchemaAt> schemas) {
        Set<SchemaAt> here = new LinkedHashSet<>();
        for (int i = schemas.size() - 1; i >= 0; i--) {
            SchemaAt schema = schemas.get(i);
            here.add(schema);
            here.addAll(here(
                    schema.allOf().stream().filter(part -> part.ref().isEmpty()).toList()));
        }
        return here;
    }

    /** These, and then what they and their parts refer to. */
    private Set<SchemaAt> beyond(Set<SchemaAt> here) {
        Set<SchemaAt> all = new LinkedHashSet<>(here);
        List<SchemaAt> next = new ArrayList<>(here);
        while (!next.isEmpty()) {
            List<SchemaAt> targets = new ArrayList<>();
            for (SchemaAt one : next) {
                one.ref().map(store::target).ifPresent(targets::add);
                targets.addAll(one.allOf());
            }
            next = targets.stream().filter(all::add).toList();
        }
        return all;
    }

    private static List<JsonNode> nodes(Set<SchemaAt> schemas) {
        return schemas.stream().map(SchemaAt::node).toList();
    }
}
