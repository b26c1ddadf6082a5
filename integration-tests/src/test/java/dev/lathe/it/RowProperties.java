package dev.lathe.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.odata.ODataObject;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What holds for random rows of random tables: patches, and that nothing gets lost. Seeded: a failure comes again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RowProperties {

    private static final long SEED = 20240531;
    private static final int ROUNDS = 1500;
    private static final JsonMapper JSON = RandomRows.JSON;

    private RandomRows rows;

    /** The client's types by their qualified names: those that rows and values can be of. */
    private final Map<String, ObjectType<?>> types = new TreeMap<>();

    abstract Path document();

    /** Where the client's classes are: a folder or a jar. */
    abstract Path classes() throws Exception;

    abstract String clientPackage();

    abstract ClassLoader loader() throws Exception;

    @BeforeAll
    void load() throws Exception {
        rows = new RandomRows(document());
        Path classes = classes();
        ClassLoader loader = loader();
        if (Files.isDirectory(classes)) {
            load(classes, loader);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(classes)) {
                load(jar.getPath("/"), loader);
            }
        }
        types.keySet().removeIf(name -> !rows.knows(name));
        assertThat(types).hasSizeGreaterThan(40);
    }

    private void load(Path root, ClassLoader loader) throws IOException, ReflectiveOperationException {
        List<String> names;
        try (Stream<Path> files = Files.list(root.resolve(clientPackage().replace('.', '/')))) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && name.indexOf('$') < 0)
                    .map(name -> clientPackage() + "." + name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
        for (String name : names) {
            Class<?> type = Class.forName(name, false, loader);
            if (ODataObject.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                Field constant = type.getDeclaredField("TYPE");
                ObjectType<?> found = (ObjectType<?>) constant.get(null);
                types.put(found.typeName(), found);
            }
        }
    }

    private ObjectType<?> any(Random random) {
        return new ArrayList<>(types.values()).get(random.nextInt(types.size()));
    }

    private static JsonObject parse(ObjectType<?> type, ObjectNode row) {
        return (JsonObject) type.parse(row.toString());
    }

    @SuppressWarnings("unchecked") // an object and its type
    private static ObjectNode tree(ObjectType<?> type, JsonObject row) {
        return (ObjectNode) JSON.readTree(((ObjectType<JsonObject>) type).toJson(row));
    }

    private static ObjectNode patch(JsonObject row) {
        try (JsonWriter out = new JsonWriter()) {
            out.changes(row);
            return (ObjectNode) JSON.readTree(new String(out.bytes(), StandardCharsets.UTF_8));
        }
    }

    // ---- patches

    @Test
    void aPatchMakesOneRowOfAnotherAndNamesNothingThatIsEqual() {
        Random random = new Random(SEED);
        int columns = 0;
        int deep = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ObjectType<?> type = any(random);
            ObjectNode a = rows.row(type.typeName(), random);
            ObjectNode b = rows.mutate(type.typeName(), a, random);
            JsonObject row = parse(type, a);
            JsonObject wanted = parse(type, b);
            ObjectNode before = tree(type, row);
            ObjectNode after = tree(type, wanted);

            row.setAll(wanted);
            ObjectNode patch = patch(row);

            String what = type.typeName() + "\na: " + a + "\nb: " + b + "\npatch: " + patch;
            assertThat(row).as(what).isEqualTo(wanted);
            assertThat(withoutReadOnly(type, merged(before, patch))).as(what).isEqualTo(withoutReadOnly(type, after));
            deep += namesOnlyWhatDiffers(patch, before, after, what);
            columns += patch.size();
            assertThat(patch.isEmpty()).as(what).isEqualTo(!row.hasChanges());
        }
        assertThat(columns).isGreaterThan(ROUNDS);
        assertThat(deep).as("values within values that were patched").isPositive();
    }

    /** What the service does with the body of a PATCH. */
    private static ObjectNode merged(ObjectNode row, ObjectNode patch) {
        ObjectNode result = row.deepCopy();
        patch.forEachEntry((name, value) -> {
            JsonNode old = result.get(name);
            result.set(
                    name,
                    old instanceof ObjectNode inner && value instanceof ObjectNode changes && sameType(inner, changes)
                            ? merged(inner, changes)
                            : value);
        });
        return result;
    }

    private static boolean sameType(ObjectNode a, ObjectNode b) {
        return !b.has("@odata.type") || b.path("@odata.type").equals(a.path("@odata.type"));
    }

    private ObjectNode withoutReadOnly(ObjectType<?> type, ObjectNode row) {
        rows.readOnly(type.typeName()).forEach(row::remove);
        return row;
    }

    /** @return how many members of values within the row it names */
    private static int namesOnlyWhatDiffers(ObjectNode patch, ObjectNode a, ObjectNode b, String what) {
        int[] deep = {0};
        patch.forEachEntry((name, value) -> {
            assertThat(a.get(name)).as(name + " of " + what).isNotEqualTo(b.get(name));
            if (a.get(name) instanceof ObjectNode before
                    && b.get(name) instanceof ObjectNode after
                    && value instanceof ObjectNode inner
                    && before.path("@odata.type").equals(after.path("@odata.type"))) {
                inner.remove("@odata.type");
                deep[0] += inner.size() + namesOnlyWhatDiffers(inner, before, after, what);
            }
        });
        return deep[0];
    }

    // ---- nothing gets lost

    @Test
    void nothingIsLostButWhatTheCallerChanged() {
        Random random = new Random(SEED + 1);
        int strangers = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ObjectType<?> type = any(random);
            ObjectNode row = rows.withStrangers(type.typeName(), rows.row(type.typeName(), random), random);
            String what = type.typeName() + ": " + row;
            ODataObject read = (ODataObject) parse(type, row);

            ObjectNode members = RandomRows.withoutAnnotations(row);
            assertThat(RandomRows.withoutAnnotations(tree(type, read))).as(what).isEqualTo(members);
            Set<String> annotations = new LinkedHashSet<>(row.propertyNames());
            annotations.removeIf(name -> name.indexOf('@') < 0 || name.equals("@odata.type"));
            assertThat(read.annotations().keySet()).as(what).containsAll(annotations);
            for (String name : annotations) {
                assertThat(JSON.readTree(read.annotations().get(name).toJson()))
                        .as(name + " of " + what)
                        .isEqualTo(row.get(name));
            }
            strangers += read.unknownMembers().size();
            assertThat(read.hasChanges()).isFalse();

            read.setUnknownMember("new_changed", JsonValue.of("by the caller"));
            members.put("new_changed", "by the caller");
            assertThat(RandomRows.withoutAnnotations(tree(type, read))).as(what).isEqualTo(members);
            assertThat(patch(read).toString()).as(what).isEqualTo("{\"new_changed\":\"by the caller\"}");
        }
        assertThat(strangers).isGreaterThan(ROUNDS);
    }
}
