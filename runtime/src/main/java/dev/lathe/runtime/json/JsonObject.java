package dev.lathe.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Base of the generated classes of JSON objects.
 *
 * <p>An object knows which members it has: absent, {@code null} and a value are three states. It knows which of them were
 * changed since it was read: by a setter, or in place, in an object, list or map that a getter gave. Members that the
 * document does not name are kept and written back.
 *
 * <p>Not safe for use by several threads.
 */
public abstract class JsonObject {

    private static final int SHOWN = 2000;

    private long present;
    private long changed;
    private long @Nullable [] morePresent;
    private long @Nullable [] moreChanged;

    private @Nullable Undeclared undeclared;
    private @Nullable Edits edits;

    /** For generated classes. */
    protected JsonObject() {}

    /** For generated classes: {@code return TYPE;}. */
    protected abstract ObjectType<?> type();

    /** For generated classes: another object of the same class, without members. */
    protected abstract JsonObject create();

    /**
     * For generated classes: an object of a derived class, without members.
     *
     * @param typeName what a type annotation (without {@code #}) or the discriminator says
     * @return {@code null} when no derived class has that name
     */
    protected @Nullable JsonObject createDerived(String typeName) {
        return null;
    }

    /** For generated classes: reads a member into its field. */
    protected void read(int member, JsonReader in) {
        throw new AssertionError(member);
    }

    /** For generated classes: the value of a member's field. */
    protected @Nullable Object value(int member) {
        throw new AssertionError(member);
    }

    /** For generated classes: writes a member's value; overridden for members whose form is not the usual one. */
    protected void write(int member, JsonWriter out) {
        out.value(value(member));
    }

    /** For generated setters: the member is present and changed. */
    protected final void changed(int member) {
        present(member);
        if (member < 64) {
            changed |= 1L << member;
        } else {
            moreChanged = MemberSet.with(moreChanged, member);
        }
    }

    final void present(int member) {
        if (member < 64) {
            present |= 1L << member;
        } else {
            morePresent = MemberSet.with(morePresent, member);
        }
    }

    /** The member is absent and unchanged; its field is left alone. */
    protected final void absent(int member) {
        if (member < 64) {
            present &= ~(1L << member);
            changed &= ~(1L << member);
        } else {
            MemberSet.remove(morePresent, member);
            MemberSet.remove(moreChanged, member);
        }
    }

    /** The name of a member. */
    protected final String memberName(int member) {
        return type().member(member);
    }

    final boolean isPresent(int member) {
        return member < 64 ? (present & 1L << member) != 0 : MemberSet.has(morePresent, member);
    }

    final boolean isMarkedChanged(int member) {
        return member < 64 ? (changed & 1L << member) != 0 : MemberSet.has(moreChanged, member);
    }

    final int nextPresent(int from) {
        return MemberSet.next(present, morePresent, from);
    }

    /** Whether a member is there, with a value or with {@code null}. */
    public final boolean isSet(String wireName) {
        int member = type().index(wireName);
        return member >= 0 ? isPresent(member) : undeclared(wireName) != null;
    }

    /** Whether a member is there with {@code null}. */
    public final boolean isNull(String wireName) {
        int member = type().index(wireName);
        if (member >= 0) {
            return isPresent(member) && value(member) == null;
        }
        JsonValue value = undeclared(wireName);
        return value != null && value.isNull();
    }

    /** Makes a member absent: nothing is sent for it. (A setter with {@code null} sends {@code null}.) */
    public final void unset(String wireName) {
        int member = type().index(wireName);
        if (member >= 0) {
            clear(member);
        } else {
            removeUndeclared(wireName);
        }
    }

    private void clear(int member) {
        if (isPresent(member)) {
            readFrom(JsonValue.NULL, member);
            absent(member);
        }
    }

    private void readFrom(JsonValue value, int member) {
        try (JsonReader in = JsonReader.over(value.toJson().getBytes(StandardCharsets.UTF_8))) {
            in.start();
            read(member, in);
        }
    }

    /** The value of a member; {@code null} for an absent one, and for a name that the type does not declare. */
    protected final @Nullable Object get(String wireName) {
        int member = type().index(wireName);
        return member >= 0 && isPresent(member) ? value(member) : null;
    }

    /**
     * Sets a member as if it had been read: it does not count as a change.
     *
     * @throws JsonException if the value does not fit the member
     */
    protected final void put(String wireName, JsonValue value) {
        int member = type().index(wireName);
        if (member < 0) {
            putUndeclared(wireName, value);
        } else {
            absent(member);
            present(member);
            readFrom(value, member);
        }
    }

    /**
     * Sets each member that another object has and that differs from this one's, so that an update carries the difference
     * and nothing else: deep into objects, while lists and maps are taken whole. What the other one does not have stays
     * as it is; what only the service writes is taken over and counts as no change. Annotations are not looked at.
     *
     * @throws IllegalArgumentException if the other one is of another class
     */
    public final void setAll(JsonObject other) {
        if (other.getClass() != getClass()) {
            throw new IllegalArgumentException("A " + other.getClass().getSimpleName() + " is no "
                    + getClass().getSimpleName());
        }
        for (int member = other.nextPresent(0); member >= 0; member = other.nextPresent(member + 1)) {
            Object mine = isPresent(member) ? value(member) : null;
            Object theirs = other.value(member);
            if (isPresent(member) && Objects.deepEquals(mine, theirs)) {
                continue;
            }
            if (mine instanceof JsonObject object
                    && theirs instanceof JsonObject wanted
                    && object.getClass() == wanted.getClass()) {
                object.setAll(wanted);
            } else {
                copy(other, member);
            }
        }
        other.unknownMembers().forEach((name, value) -> {
            if (!value.equals(undeclared(name))) {
                setUnknownMember(name, value);
            }
        });
    }

    private void copy(JsonObject other, int member) {
        try (JsonWriter out = new JsonWriter()) {
            other.write(member, out);
            try (JsonReader in = JsonReader.over(out.bytes())) {
                in.start();
                read(member, in);
            }
        }
        if (type().isReadOnly(member)) {
            present(member);
        } else {
            changed(member);
        }
    }

    /**
     * Names of the members that were set or changed in place since the object was made, read, or last
     * {@linkplain #markUnchanged() marked as unchanged}.
     */
    public final Set<String> changedMembers() {
        Set<String> names = new LinkedHashSet<>();
        ObjectType<?> type = type();
        for (int member = nextPresent(0); member >= 0; member = nextPresent(member + 1)) {
            if (isChanged(member)) {
                names.add(type.member(member));
            }
        }
        if (edits != null) {
            names.addAll(edits.undeclared);
        }
        addChangedLinks(names);
        return names;
    }

    final boolean isChanged(int member) {
        if (isMarkedChanged(member)) {
            return true;
        }
        Object value = value(member);
        boolean within = Edits.isChangedWithin(value) || edits != null && edits.differsFromCopy(member, value);
        // What only the service sets has no setter, but what is inside of it may have some.
        return within && !type().isReadOnly(member);
    }

    /** Whether any member was set or changed in place. */
    public final boolean hasChanges() {
        return !MemberSet.isEmpty(changed, moreChanged) || !changedMembers().isEmpty();
    }

    /** Takes the object as it is now for unchanged, together with all objects in it. */
    public final void markUnchanged() {
        changed = 0;
        moreChanged = null;
        edits = null;
        for (int member = nextPresent(0); member >= 0; member = nextPresent(member + 1)) {
            Object value = value(member);
            Edits.markUnchangedWithin(value);
            if (Edits.needsCopy(value)) {
                edits().keepCopy(member, Objects.requireNonNull(value));
            }
        }
        markLinksUnchanged();
    }

    private Edits edits() {
        Edits made = edits;
        if (made == null) {
            made = new Edits();
            edits = made;
        }
        return made;
    }

    /** The members that the document does not name, in their order; a copy. */
    public final Map<String, JsonValue> unknownMembers() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int at = 0; undeclared != null && at < undeclared.end(); at += 2) {
            String name = undeclared.name(at);
            if (!isAnnotation(name)) {
                members.put(name, JsonValue.of(undeclared.value(at)));
            }
        }
        return Collections.unmodifiableMap(members);
    }

    /** A member that the document does not name; {@code null} if there is none of that name. */
    public final @Nullable JsonValue unknownMember(String wireName) {
        return isAnnotation(wireName) ? null : undeclared(wireName);
    }

    /**
     * Sets a member that the document does not name. Counts as a change.
     *
     * @throws IllegalArgumentException if the document names it: it has a setter
     */
    public final void setUnknownMember(String wireName, JsonValue value) {
        if (type().index(wireName) >= 0) {
            throw new IllegalArgumentException(
                    "'" + wireName + "' is a member of " + type().typeName() + ": use its setter");
        }
        putUndeclared(wireName, value);
        edits().undeclared.add(wireName);
    }

    /**
     * For generated classes: the members that the document does not name, which are all of one type. Changes go both
     * ways; a value that is changed in place is written as it is then.
     */
    protected final <V> Map<String, V> additional(JsonType<V> type) {
        return new AdditionalMembers<>(this, type);
    }

    /** The undeclared members themselves, to be changed; made when there are none yet. */
    final Undeclared undeclaredMembers() {
        return undeclared(0);
    }

    /** Removes an undeclared member. */
    final void removeAdditional(String wireName) {
        removeUndeclared(wireName);
    }

    /** Sets an undeclared member to a value of its type, which counts as a change. */
    final void putAdditional(String wireName, Object value) {
        if (type().index(wireName) >= 0) {
            throw new IllegalArgumentException(
                    "'" + wireName + "' is a member of " + type().typeName() + ": use its setter");
        }
        undeclared(0).put(wireName, value);
        edits().undeclared.add(wireName);
    }

    /**
     * The ETag header of the answer that this object came in (RFC 9110, section 8.8.3), for an update with
     * {@code If-Match}; {@code null} when there was none, and for rows of a list.
     */
    public final @Nullable String entityTag() {
        return undeclared == null ? null : undeclared.entityTag;
    }

    /** Remembers the version of this object, as {@link #entityTag} tells it; no member and no change. */
    public final void takeEntityTag(@Nullable String entityTag) {
        undeclared(0).entityTag = entityTag;
    }

    /** An undeclared member, unknown or an annotation; {@code null} if there is none of that name. */
    protected final @Nullable JsonValue undeclared(String wireName) {
        return undeclared == null ? null : undeclared.get(wireName);
    }

    /** Names of all undeclared members, annotations too, in their order. */
    protected final Set<String> undeclaredNames() {
        return undeclared == null ? Set.of() : undeclared.names();
    }

    /** Sets an undeclared member without counting it as a change. */
    protected final void putUndeclared(String wireName, JsonValue value) {
        undeclared(0).put(wireName, value);
    }

    final void addUndeclared(String name, Object value, int expected) {
        undeclared(expected).add(name, value);
    }

    private Undeclared undeclared(int expected) {
        Undeclared made = undeclared;
        if (made == null) {
            made = new Undeclared(expected);
            undeclared = made;
        }
        return made;
    }

    final int undeclaredCount() {
        return undeclared == null ? 0 : undeclared.end();
    }

    private void removeUndeclared(String name) {
        if (undeclared != null) {
            undeclared.remove(name);
        }
        if (edits != null) {
            edits.undeclared.remove(name);
        }
    }

    /** Takes over what has been read into an object of a base class, before its type was known. */
    final void adopt(JsonObject base) {
        Undeclared theirs = base.undeclared;
        for (int at = 0; theirs != null && at < theirs.end(); at += 2) {
            if (isAnnotation(theirs.name(at))) {
                addUndeclared(theirs.name(at), theirs.value(at), theirs.end());
            }
        }
        if (base.undeclaredCount() > undeclaredCount() || !MemberSet.isEmpty(base.present, base.morePresent)) {
            // Rare: services are to send the type first. What was unknown to the base may be known here.
            try (JsonReader again = JsonReader.over(JsonWriter.toBytes(base))) {
                again.start();
                ObjectType.readInto(again, this);
            }
        }
        adoptLinks(base);
    }

    /** Whether an undeclared member says something about the object or a member, and is none itself. */
    protected boolean isAnnotation(String wireName) {
        return false;
    }

    /**
     * Writes what names the type: the member that tells it, unless it is set; for other kinds of objects an annotation.
     *
     * @param asked whether the place where the object stands does not tell its type
     */
    protected void writeType(JsonWriter out, boolean asked) {
        type().writeMarks(this, out);
    }

    /** Writes the annotation that names the object itself, for kinds of objects that have such a thing. */
    protected void writeId(JsonWriter out, String id) {}

    /** Writes what an object holds beside its members, for kinds of objects that have such a thing. */
    protected void writeLinks(JsonWriter out) {}

    /** Adds the names under which {@link #writeLinks} would write something. */
    protected void addChangedLinks(Set<String> names) {}

    /** Forgets what {@link #writeLinks} would write. */
    protected void markLinksUnchanged() {}

    /** Takes over what an object of a base class holds beside its members. */
    protected void adoptLinks(JsonObject base) {}

    /** Writes unknown members; annotations only if the caller has set them. */
    final void writeUndeclared(JsonWriter out, boolean changedOnly) {
        for (int at = 0; undeclared != null && at < undeclared.end(); at += 2) {
            String name = undeclared.name(at);
            if (edits != null && edits.undeclared.contains(name) || !changedOnly && !isAnnotation(name)) {
                out.name(name);
                out.value(undeclared.value(at));
            }
        }
    }

    /** Of the same class, with the same members and unknown members. Annotations do not count, nor what is changed. */
    @Override
    public final boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof JsonObject that) || that.getClass() != getClass()) {
            return false;
        }
        int mine = nextPresent(0);
        int theirs = that.nextPresent(0);
        while (mine >= 0 && mine == theirs) {
            if (!Objects.deepEquals(value(mine), that.value(mine))) {
                return false;
            }
            mine = nextPresent(mine + 1);
            theirs = that.nextPresent(theirs + 1);
        }
        return mine == theirs && unknownMembers().equals(that.unknownMembers());
    }

    @Override
    public final int hashCode() {
        int hash = unknownMembers().hashCode();
        for (int member = nextPresent(0); member >= 0; member = nextPresent(member + 1)) {
            Object value = value(member);
            hash += 31 * member ^ (value instanceof byte[] bytes ? Arrays.hashCode(bytes) : Objects.hashCode(value));
        }
        return hash;
    }

    /** The class and the members as JSON, cut off after some 2,000 characters. */
    @Override
    public final String toString() {
        String name = getClass().getSimpleName();
        String json;
        try (JsonWriter out = new JsonWriter()) {
            out.startObject();
            WrittenForm.members(this, out);
            out.endObject();
            json = new String(out.bytes(), StandardCharsets.UTF_8);
        }
        return name + (json.length() > SHOWN ? json.substring(0, SHOWN) + "…" : json);
    }
}
