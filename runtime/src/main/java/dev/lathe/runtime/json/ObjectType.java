package dev.lathe.runtime.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The type of the objects of one generated class. Immutable once its class is initialised.
 *
 * @param <T> the generated class
 */
public final class ObjectType<T extends JsonObject> extends JsonType<T> {

    /** A member that is not declared, to be kept. */
    private static final int KEEP = -1;

    private static final int SKIP = -2;

    /** Names the type of the object, which may be a derived one. */
    private static final int TYPE = -3;

    private static final String[] NONE = {};

    private final JsonObject prototype;
    private final String typeName;
    private final String[] members;
    private String[] aliases = NONE;
    private List<String> keys = List.of();
    private Map<String, String> keyPaths = Map.of();
    private Set<String> readOnly = Set.of();
    private @Nullable String discriminator;
    private Map<String, String> marks = Map.of();

    // Racy on purpose: made by whoever needs it first; the table is immutable.
    private @Nullable MemberTable table;

    private ObjectType(JsonObject prototype, String typeName, String[] members) {
        this.prototype = prototype;
        this.typeName = typeName;
        this.members = members;
    }

    /**
     * The type of a generated class.
     *
     * @param prototype an instance, only to make others
     * @param typeName what a type annotation or the document calls the type
     * @param members the names of all members, position is index: those of the base type as the base type has them, then
     *     the type's own properties, then its own navigations
     */
    public static <T extends JsonObject> ObjectType<T> of(T prototype, String typeName, String... members) {
        return new ObjectType<>(prototype, typeName, members);
    }

    /** Names the member whose value tells the type of an object. OData's types need none. For generated classes. */
    public ObjectType<T> discriminatedBy(String wireProperty) {
        discriminator = wireProperty;
        return this;
    }

    /** Says by which value of a member an object of this class is told; it is sent unless the member is set. For generated classes. */
    public ObjectType<T> marked(String wireName, String value) {
        Map<String, String> more = new LinkedHashMap<>(marks);
        more.put(wireName, value);
        marks = more;
        return this;
    }

    void writeMarks(JsonObject object, JsonWriter out) {
        marks.forEach((name, value) -> {
            if (!object.isSet(name)) {
                out.name(name);
                out.string(value);
            }
        });
    }

    /** Reads a member under another name too. For generated classes. */
    public ObjectType<T> alias(String wireName, String member) {
        String[] more = Arrays.copyOf(aliases, aliases.length + 2);
        more[aliases.length] = wireName;
        more[aliases.length + 1] = member;
        aliases = more;
        return this;
    }

    /** Names the members that form the key, in their order. For generated classes. */
    public ObjectType<T> keys(String... wireNames) {
        keys = List.of(wireNames);
        return this;
    }

    /**
     * Names a part of the key that is a member of an object within this one. For generated classes.
     *
     * @param name of the part
     * @param path of the member, with slashes
     */
    public ObjectType<T> key(String name, String path) {
        List<String> names = new ArrayList<>(keys);
        names.add(name);
        keys = List.copyOf(names);
        Map<String, String> paths = new HashMap<>(keyPaths);
        paths.put(name, path);
        keyPaths = Map.copyOf(paths);
        return this;
    }

    /** Where a part of the key stands: the name of a member, or a path with slashes. */
    public String keyPath(String key) {
        return keyPaths.getOrDefault(key, key);
    }

    /** Names the members that only the service sets: they are read, and left out of what is sent. For generated classes. */
    public ObjectType<T> readOnly(String... wireNames) {
        readOnly = Set.copyOf(List.of(wireNames));
        return this;
    }

    /** A new object of the class, without members. */
    @SuppressWarnings("unchecked") // create() makes another of the prototype's class
    public T newObject() {
        return (T) prototype.create();
    }

    /** What a type annotation or the document calls the type. */
    public String typeName() {
        return typeName;
    }

    /** Names of the parts of the key, which are members unless {@link #keyPath} says otherwise; empty for anything but an entity. */
    public List<String> keys() {
        return keys;
    }

    /** Names of all members. */
    public List<String> members() {
        return List.of(members);
    }

    String member(int index) {
        return members[index];
    }

    boolean isReadOnly(int index) {
        return readOnly.contains(members[index]);
    }

    /** Index of a member; negative when the type has none of that name. */
    int index(String wireName) {
        MemberTable found = table;
        if (found == null) {
            found = new MemberTable(members, aliases);
            table = found;
        }
        return found.find(wireName);
    }

    @Override
    boolean accepts(JsonValue.Kind kind) {
        return kind == JsonValue.Kind.OBJECT;
    }

    @Override
    int covers(Set<String> names) {
        int covered = 0;
        for (String name : names) {
            covered += index(name) >= 0 ? 1 : 0;
        }
        return covered;
    }

    @Override
    public @Nullable T read(JsonReader in) {
        if (!in.startObject()) {
            return null;
        }
        return cast(readMembers(in, prototype.create()));
    }

    /** Reads an object whose first name has been read; the reader stands on its value. */
    T readOn(JsonReader in, String firstName) {
        JsonObject object = prototype.create();
        return cast(readMembers(in, readMember(in, object, firstName)));
    }

    @SuppressWarnings("unchecked") // create() makes another of the prototype's class or of one derived from it
    private T cast(JsonObject object) {
        return (T) object;
    }

    @Override
    public void write(JsonWriter out, T value) {
        WrittenForm.all(value, out, value.type() != this);
    }

    /** Reads the members of an object on whose start the reader stands into one that exists. */
    static void readInto(JsonReader in, JsonObject object) {
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            readPlain(in, object, name);
        }
    }

    private static JsonObject readMembers(JsonReader in, JsonObject start) {
        JsonObject object = start;
        JsonParser parser = in.parser;
        ObjectType<?> type = object.type();
        Names names = in.rows().of(type);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            int slot = -1;
            int code;
            if (names == null) {
                code = type.code(name, in);
            } else {
                slot = names.slot(name);
                if (slot >= 0) {
                    code = names.code(slot);
                } else {
                    code = type.code(name, in);
                    slot = names.isOpen() ? names.add(~slot, name, code) : -1;
                }
            }
            if (code >= 0) {
                object.present(code);
                object.read(code, in);
            } else if (code == KEEP) {
                Object value = in.undeclared(names, slot);
                object.addUndeclared(name, value, names == null ? 0 : names.undeclared);
            } else if (code == SKIP) {
                parser.skipChildren();
            } else {
                object = type.readType(in, object, name);
                type = object.type();
                names = in.rows().of(type);
            }
        }
        if (names != null) {
            names.undeclared = object.undeclaredCount();
        }
        return object;
    }

    private int code(String name, JsonReader in) {
        if (isTypeMember(name)) {
            return TYPE;
        }
        int index = index(name);
        return index >= 0 ? index : in.rows().keeps(name) ? KEEP : SKIP;
    }

    private boolean isTypeMember(String name) {
        return discriminator != null
                ? name.equals(discriminator)
                : (name.equals("@odata.type") || name.equals("@type")) && prototype.isAnnotation(name);
    }

    private JsonObject readMember(JsonReader in, JsonObject object, String name) {
        return isTypeMember(name) ? readType(in, object, name) : readPlain(in, object, name);
    }

    private static JsonObject readPlain(JsonReader in, JsonObject object, String name) {
        int index = object.type().index(name);
        if (index >= 0) {
            object.present(index);
            object.read(index, in);
        } else {
            object.addUndeclared(name, in.undeclared(null, -1), 0);
        }
        return object;
    }

    /** Reads the name of the type; goes on with an object of the derived class if it names one that is known. */
    private JsonObject readType(JsonReader in, JsonObject object, String name) {
        JsonObject actual = object;
        if (in.parser.currentToken() == JsonToken.VALUE_STRING) {
            String text = in.parser.getString();
            JsonObject derived =
                    object.createDerived(discriminator != null ? text : text.substring(text.indexOf('#') + 1));
            if (derived != null
                    && derived.getClass() != object.getClass()
                    && object.getClass().isInstance(derived)) {
                derived.adopt(object);
                actual = derived;
            }
        }
        return readPlain(in, actual, name);
    }
}
