package dev.lathe.runtime.json;

import java.util.List;

/** What of an object goes out: all of it, what a client may write, or what has changed. */
final class WrittenForm {

    private WrittenForm() {}

    /** @param typed whether the place where the object stands does not tell its type */
    static void all(JsonObject object, JsonWriter out, boolean typed) {
        out.startObject();
        object.writeType(out, typed);
        members(object, out);
        object.writeLinks(out);
        out.endObject();
    }

    static void members(JsonObject object, JsonWriter out) {
        ObjectType<?> type = object.type();
        for (int member = object.nextPresent(0); member >= 0; member = object.nextPresent(member + 1)) {
            if (!out.leavesOut(type, member)) {
                out.name(type.member(member));
                object.write(member, out);
            }
        }
        object.writeUndeclared(out, false);
    }

    static void writable(JsonObject object, JsonWriter out, boolean typed, MemberFilter filter) {
        out.startObject();
        if (typed) {
            object.writeType(out, true);
        }
        writableMembers(object, out, filter);
        object.writeLinks(out);
        out.endObject();
    }

    private static void writableMembers(JsonObject object, JsonWriter out, MemberFilter filter) {
        ObjectType<?> type = object.type();
        for (int member = object.nextPresent(0); member >= 0; member = object.nextPresent(member + 1)) {
            String name = type.member(member);
            if (!type.isReadOnly(member) && filter.keeps(name)) {
                out.name(name);
                object.write(member, out);
            }
        }
        object.writeUndeclared(out, false);
    }

    /** With the name of the type and, where it has one, of the object; the key comes first. */
    static void typed(JsonObject object, JsonWriter out, String id, boolean changesOnly) {
        ObjectType<?> type = object.type();
        List<String> keys = type.keys();
        MemberFilter rest = name -> !keys.contains(name);
        out.startObject();
        object.writeType(out, true);
        if (!id.isEmpty()) {
            object.writeId(out, id);
        }
        for (String key : keys) {
            int member = type.index(key);
            if (member >= 0 && object.isPresent(member)) {
                out.name(key);
                object.write(member, out);
            }
        }
        if (changesOnly) {
            changedMembers(object, out, rest);
        } else {
            writableMembers(object, out, rest);
        }
        object.writeLinks(out);
        out.endObject();
    }

    static void changes(JsonObject object, JsonWriter out, boolean typed, MemberFilter filter) {
        out.startObject();
        if (typed) {
            object.writeType(out, true);
        }
        restOfChanges(object, out, filter);
    }

    /** Changes of an object within another, whose member may have been declared with a base type. */
    private static void changesWithin(JsonObject object, JsonWriter out) {
        out.startObject();
        object.writeType(out, false);
        restOfChanges(object, out, name -> true);
    }

    private static void restOfChanges(JsonObject object, JsonWriter out, MemberFilter filter) {
        changedMembers(object, out, filter);
        object.writeLinks(out);
        out.endObject();
    }

    private static void changedMembers(JsonObject object, JsonWriter out, MemberFilter filter) {
        ObjectType<?> type = object.type();
        for (int member = object.nextPresent(0); member >= 0; member = object.nextPresent(member + 1)) {
            if (object.isChanged(member) && filter.keeps(type.member(member))) {
                out.name(type.member(member));
                if (!object.isMarkedChanged(member) && object.value(member) instanceof JsonObject inner) {
                    changesWithin(inner, out);
                } else {
                    object.write(member, out);
                }
            }
        }
        object.writeUndeclared(out, true);
    }
}
