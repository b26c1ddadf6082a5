package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives a key to each schema that references lead to, wherever it stands. */
final class SharedSchemas {

    /** A schema that is to be copied. */
    record Entry(String key, String name, boolean declared, ObjectNode original) {}

    private final Origins origins;
    private final IdentityHashMap<JsonNode, Entry> entries = new IdentityHashMap<>();
    private final Map<String, Entry> byName = new HashMap<>();
    private final Deque<Entry> waiting = new ArrayDeque<>();

    SharedSchemas(Origins origins) {
        this.origins = origins;
    }

    /** A schema that the document offers under a name. */
    void declare(String name, JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            byName.put(name, add(object, name, true));
        }
    }

    /** The reference to a schema of that name, if one was declared. */
    Optional<String> named(String name) {
        return Optional.ofNullable(byName.get(name)).map(SharedSchemas::reference);
    }

    /** Those of the schemas that the document offers. */
    Set<String> names() {
        return byName.keySet();
    }

    String referenceTo(JsonNode schema) {
        Entry known = entries.get(schema);
        return reference(known == null ? add((ObjectNode) schema, nameOf(schema), false) : known);
    }

    /** The next schema to be copied, in the order in which they were met. */
    Optional<Entry> next() {
        return Optional.ofNullable(waiting.poll());
    }

    private Entry add(ObjectNode schema, String name, boolean declared) {
        Entry entry = new Entry("s" + entries.size(), name, declared, schema);
        entries.put(schema, entry);
        waiting.add(entry);
        return entry;
    }

    /** A whole file is called like the file; what stands in another file's list of schemas, like its key. */
    private String nameOf(JsonNode schema) {
        var at = origins.at(schema);
        String pointer = at.pointer();
        if (pointer.isEmpty()) {
            String file = at.document().substring(at.document().lastIndexOf('/') + 1);
            int dot = file.indexOf('.');
            return dot > 0 ? file.substring(0, dot) : file;
        }
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        boolean listed = parent.isEmpty()
                || parent.equals("/components/schemas")
                || parent.endsWith("/definitions")
                || parent.endsWith("/$defs");
        return listed
                ? pointer.substring(parent.length() + 1).replace("~1", "/").replace("~0", "~")
                : "";
    }

    private static String reference(Entry entry) {
        return "#/components/schemas/" + entry.key;
    }
}
