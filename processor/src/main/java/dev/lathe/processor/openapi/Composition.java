package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lathe.processor.model.Property.Access;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what an object consists of. A part of {@code allOf} that belongs to a family with a discriminator is the base
 * type; the members of all other parts are merged.
 */
final class Composition {

    /**
     * A member of an object with all that is said about it, by parts first and by the object itself last.
     *
     * @param either whether some of it holds for some values only
     */
    record Member(String wireName, List<SchemaAt> declarations, boolean required, boolean either) {

        SchemaAt last() {
            return declarations.get(declarations.size() - 1);
        }
    }

    private static final class Merge {
        final Map<String, List<SchemaAt>> members = new LinkedHashMap<>();
        final Set<String> required = new HashSet<>();
        final Set<String> either = new HashSet<>();
        final List<SchemaAt> patterns = new ArrayList<>();
        final Set<SchemaAt> done = new HashSet<>();
        final Set<SchemaAt> open = new HashSet<>();
        Optional<SchemaAt> additional = Optional.empty();
        boolean opened;
    }

    private final SchemaStore store;
    private final Findings findings;
    private final Map<SchemaAt, Boolean> families = new HashMap<>();
    private final Map<SchemaAt, Boolean> objects = new HashMap<>();
    private final Map<List<SchemaAt>, SchemaAt> combined = new HashMap<>();
    private final Set<Object> reportedCycles = Collections.newSetFromMap(new IdentityHashMap<>());

    Composition(SchemaStore store, Findings findings) {
        this.store = store;
        this.findings = findings;
    }

    /** What the schema combines: {@code allOf}, and a reference that has company. */
    List<SchemaAt> parts(SchemaAt schema) {
        List<SchemaAt> parts = new ArrayList<>();
        if (schema.hasStructure()) {
            schema.ref().map(store::target).ifPresent(parts::add);
        }
        parts.addAll(schema.allOf());
        return parts;
    }

    /** Whether values are JSON objects of which members are known or may be. */
    boolean isObject(SchemaAt schema) {
        SchemaAt target = store.deref(schema);
        Boolean known = objects.get(target);
        if (known != null) {
            return known;
        }
        objects.put(target, false); // while it is being found out: a circle adds nothing
        boolean object = target.isType("object")
                || !target.properties().isEmpty()
                || target.additional().isPresent()
                || parts(target).stream().anyMatch(this::isObject)
                || (target.types().isEmpty() && target.cases().stream().anyMatch(this::isObject));
        objects.put(target, object);
        return object;
    }

    /** Whether values have objects or lists within. */
    boolean isNested(SchemaAt schema) {
        SchemaAt target = store.deref(schema);
        List<SchemaAt> within = new ArrayList<>(target.prefixItems());
        target.items().ifPresent(within::add);
        if (isObject(target)) {
            allMembers(target).forEach(member -> within.add(member.last()));
            additional(target).ifPresent(within::add);
        }
        return within.stream().map(store::deref).anyMatch(one -> one.isType("array") || isObject(one));
    }

    /** Whether the schema is, or descends from, one that says by a member which of its types a value is of. */
    boolean isFamily(SchemaAt schema) {
        SchemaAt target = store.deref(schema);
        Boolean known = families.get(target);
        if (known != null) {
            return known;
        }
        families.put(target, false);
        boolean family = isHead(target) || parts(target).stream().anyMatch(this::isFamily);
        families.put(target, family);
        return family;
    }

    /** Whether the schema is an object with a discriminator of its own. */
    boolean isHead(SchemaAt schema) {
        return schema.discriminator().isPresent()
                && (schema.cases().isEmpty() || schema.cases().stream().anyMatch(one -> descends(one, schema)));
    }

    private boolean descends(SchemaAt schema, SchemaAt head) {
        return store.deref(schema).allOf().stream()
                .anyMatch(part -> store.deref(part).equals(head));
    }

    /** The part that the object inherits from. */
    Optional<SchemaAt> base(SchemaAt schema) {
        return parts(schema).stream()
                .map(store::deref)
                .filter(part -> part.shared() && !part.equals(schema) && isFamily(part))
                .filter(part -> !leadsBack(part, schema))
                .findFirst();
    }

    private boolean leadsBack(SchemaAt part, SchemaAt schema) {
        Set<SchemaAt> seen = new HashSet<>();
        List<SchemaAt> next = new ArrayList<>(List.of(part));
        while (!next.isEmpty()) {
            SchemaAt one = store.deref(next.remove(next.size() - 1));
            if (one.equals(schema)) {
                reportCycle(Set.of(schema, part), schema);
                return true;
            }
            if (seen.add(one)) {
                next.addAll(parts(one));
            }
        }
        return false;
    }

    /** The members of the object but those of its base. */
    Collection<Member> members(SchemaAt schema) {
        return members(schema, false);
    }

    /** The members of the object that its base has too, with what is said of them below it. */
    Collection<Member> redeclared(SchemaAt schema) {
        return members(schema, true);
    }

    private Collection<Member> members(SchemaAt schema, boolean inherited) {
        Optional<SchemaAt> base = base(schema);
        Set<String> above = new HashSet<>();
        base.ifPresent(one -> allMembers(one).forEach(member -> above.add(member.wireName())));
        return merged(merge(schema, base)).stream()
                .filter(member -> above.contains(member.wireName()) == inherited)
                .toList();
    }

    /** The members of the object and of its bases. */
    Collection<Member> allMembers(SchemaAt schema) {
        return merged(merge(store.deref(schema), Optional.empty()));
    }

    /** The values that a type allows for a member, if it enumerates them. */
    List<String> enumerated(SchemaAt schema, String property) {
        return allMembers(schema).stream()
                .filter(member -> member.wireName().equals(property))
                .map(member -> Enums.known(store.deref(member.last())))
                .filter(values -> values.stream().allMatch(JsonNode::isValueNode))
                .flatMap(values -> values.stream().map(JsonNode::asText))
                .distinct()
                .toList();
    }

    /** The schema of members that are not named, by the object or one of its parts. */
    Optional<SchemaAt> additional(SchemaAt schema) {
        return merge(schema, base(schema)).additional;
    }

    /** What is said about members that are not named: about some of them by patterns, about all others. */
    List<SchemaAt> unnamed(SchemaAt schema) {
        Merge merge = merge(schema, base(schema));
        List<SchemaAt> unnamed = new ArrayList<>(merge.patterns);
        merge.additional.ifPresent(unnamed::add);
        return unnamed;
    }

    /** Whether the object, or one of its parts, says that there may be members that are not named. */
    boolean isOpen(SchemaAt schema) {
        return merge(schema, base(schema)).opened;
    }

    private Merge merge(SchemaAt schema, Optional<SchemaAt> without) {
        Merge merge = new Merge();
        without.ifPresent(merge.done::add);
        merge(schema, merge, true);
        return merge;
    }

    private void merge(SchemaAt schema, Merge into, boolean binding) {
        if (into.open.contains(schema)) {
            if (binding) {
                reportCycle(into.open, schema);
            }
            return;
        }
        if (!into.done.add(schema)) {
            return;
        }
        into.open.add(schema);
        for (SchemaAt part : parts(schema)) {
            merge(store.deref(part), into, binding);
        }
        for (SchemaAt one : isHead(schema) ? List.<SchemaAt>of() : schema.cases()) {
            merge(store.deref(one), into, false);
        }
        // The object's own members come first, and what it says of them last.
        schema.properties().keySet().forEach(name -> into.members.computeIfAbsent(name, n -> new ArrayList<>(1)));
        for (SchemaAt one : schema.conditional()) {
            merge(store.deref(one), into, false);
        }
        schema.properties()
                .forEach((name, property) -> into.members
                        .computeIfAbsent(name, n -> new ArrayList<>(1))
                        .add(property));
        into.patterns.addAll(schema.patternProperties());
        if (binding) {
            into.required.addAll(schema.required());
        } else {
            into.either.addAll(schema.properties().keySet());
        }
        schema.additional()
                .filter(values -> !schema.isOpen())
                .ifPresent(values -> into.additional = Optional.of(values));
        into.opened |= schema.isOpen();
        into.open.remove(schema);
    }

    private static List<Member> merged(Merge merge) {
        List<Member> members = new ArrayList<>();
        merge.members.forEach((name, said) ->
                members.add(new Member(name, said, merge.required.contains(name), merge.either.contains(name))));
        return members;
    }

    /** A schema that combines what several parts of an object say about one member, two at least. */
    SchemaAt combined(SchemaAt owner, String wireName, List<SchemaAt> declarations) {
        String name = owner.name() + Words.pascal(wireName);
        return combined(owner, name, declarations, "properties", wireName);
    }

    /** The same for the items of a member that is a list. */
    SchemaAt combinedItems(SchemaAt owner, String wireName, List<SchemaAt> declarations) {
        String name = owner.name() + Words.pascal(wireName) + "Item";
        return combined(owner, name, declarations, "properties", wireName, "items");
    }

    private SchemaAt combined(SchemaAt owner, String name, List<SchemaAt> declarations, String... steps) {
        return combined.computeIfAbsent(declarations.stream().map(store::deref).toList(), targets -> {
            ObjectNode node = placeOf(owner, declarations, steps);
            Schema<Object> schema = new Schema<>();
            for (SchemaAt target : targets) {
                schema.addAllOfItem(target.schema());
                node.withArray("allOf").add(target.node());
            }
            return new SchemaAt(schema, node, name, false, owner.origins());
        });
    }

    /** A list of the texts that a member may be in one case or another. */
    SchemaAt textsOfAllCases(SchemaAt owner, String wireName, List<SchemaAt> declarations) {
        return combined.computeIfAbsent(declarations, lists -> {
            ObjectNode node = placeOf(owner, declarations, "properties", wireName);
            node.put("type", "string");
            lists.stream()
                    .flatMap(list -> list.values().stream())
                    .distinct()
                    .forEach(value -> node.withArray("enum").add(value));
            return new SchemaAt(new Schema<>(), node, owner.name() + Words.pascal(wireName), false, owner.origins());
        });
    }

    private static ObjectNode placeOf(SchemaAt owner, List<SchemaAt> declarations, String... steps) {
        JsonNode lines = declarations.get(declarations.size() - 1).node();
        JsonNode holder = owner.node();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (String step : steps) {
            node = JsonNodeFactory.instance.objectNode();
            owner.origins().child(node, holder, step, lines);
            holder = node;
        }
        return node;
    }

    /** Says that a schema is a part of itself, once for all schemas of the circle. */
    void reportCycle(Set<SchemaAt> cycle, SchemaAt schema) {
        if (cycle.stream().noneMatch(one -> reportedCycles.contains(one.node()))) {
            findings.error(
                    "ref-cycle",
                    schema.at(),
                    "The 'allOf' of '" + schema.name() + "' leads back to the schema itself.");
        }
        cycle.forEach(one -> reportedCycles.add(one.node()));
    }

    /** Whether only the service sets the member, only the caller, or both. */
    Access access(Member member) {
        boolean readOnly = says(member, "readOnly");
        boolean writeOnly = says(member, "writeOnly");
        if (readOnly == writeOnly) {
            return Access.READ_WRITE;
        }
        return readOnly ? Access.READ_ONLY : Access.WRITE_ONLY;
    }

    private boolean says(Member member, String flag) {
        return member.declarations().stream().anyMatch(said -> says(said, flag));
    }

    /** Parts that stand in a schema describe the same value; what they refer to describes the values of others too. */
    private boolean says(SchemaAt said, String flag) {
        return said.flag(flag)
                || store.deref(said).flag(flag)
                || said.allOf().stream().anyMatch(part -> part.ref().isEmpty() && says(part, flag));
    }
}
