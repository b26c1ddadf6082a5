package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Base of the generated classes of complex types, and of {@linkplain ODataEntity entity types}.
 *
 * <p>Annotations that came with an object are kept: {@link #annotation(Column, String)}. They are not sent back.
 */
public abstract class ODataObject extends JsonObject {

    /** Name of the annotation with the text that a person would read, in Dataverse and elsewhere. */
    public static final String FORMATTED_VALUE = "OData.Community.Display.V1.FormattedValue";

    private @Nullable Links links;

    /** For generated classes. */
    protected ODataObject() {}

    /**
     * For generated classes: the type of the rows to which a navigation leads.
     *
     * @return {@code null} if the member is no navigation, or leads to a type that the client does not have
     */
    protected @Nullable JsonType<?> navigation(int member) {
        return null;
    }

    /** Reads a navigation, which lives beside the columns: it is no member that counts for what is present. */
    @Override
    protected void read(int member, JsonReader in) {
        absent(member);
        JsonType<?> target = navigation(member);
        JsonType<?> type = target == null ? UntypedEntity.TYPE : target;
        links().expand(memberName(member), in.kind() == JsonValue.Kind.ARRAY ? in.list(type) : in.read(type));
    }

    /** The type of the rows beyond a navigation. */
    final @Nullable JsonType<?> navigation(String name) {
        int member = type().members().indexOf(name);
        return member < 0 ? null : navigation(member);
    }

    final @Nullable Object column(String name) {
        return get(name);
    }

    final void putColumn(String name, JsonValue value) {
        put(name, value);
    }

    final @Nullable String nextLink(String navigation) {
        return text(navigation + "@odata.nextLink")
                .or(() -> text(navigation + "@nextLink"))
                .orElse(null);
    }

    final Links links() {
        Links made = links;
        if (made == null) {
            made = new Links();
            links = made;
        }
        return made;
    }

    final boolean isExpanded(String navigation) {
        return links != null && links.isExpanded(navigation);
    }

    final @Nullable Object expanded(String navigation) {
        return links == null ? null : links.expanded(navigation);
    }

    /** All rows that were read beyond navigations: a row, a list of rows or null by the navigation's name. */
    final Map<String, @Nullable Object> expanded() {
        return links == null ? Map.of() : links.expanded();
    }

    /**
     * An annotation of a column, such as its {@linkplain #FORMATTED_VALUE formatted value}.
     *
     * @param term the name of the annotation, without {@code @}
     * @return {@code null} if the service sent none
     */
    public final @Nullable JsonValue annotation(Column<?, ?> column, String term) {
        return annotation(column.name(), term);
    }

    /** An annotation of a property, as {@link #annotation(Column, String)} gives it. */
    public final @Nullable JsonValue annotation(String wireName, String term) {
        return undeclared(wireName + "@" + term);
    }

    /** An annotation of the object itself. */
    public final @Nullable JsonValue annotation(String term) {
        return undeclared("@" + term);
    }

    /** All annotations, by their full names such as {@code revenue@OData.Community.Display.V1.FormattedValue}; a copy. */
    public final Map<String, JsonValue> annotations() {
        Map<String, JsonValue> annotations = new LinkedHashMap<>();
        for (String name : undeclaredNames()) {
            if (isAnnotation(name)) {
                annotations.put(name, Objects.requireNonNull(undeclared(name)));
            }
        }
        return annotations;
    }

    /** The text that a person would read for a column's value: the label of a choice, money with its symbol. */
    public final Optional<String> formattedValue(Column<?, ?> column) {
        return formattedValue(column.name());
    }

    /** The text that a person would read for a property's value. */
    public final Optional<String> formattedValue(String wireName) {
        return text(wireName + "@" + FORMATTED_VALUE);
    }

    /** The qualified name of the object's type, where the service sent it because it is not the expected one. */
    public final Optional<String> odataType() {
        return control("type").map(name -> name.substring(name.indexOf('#') + 1));
    }

    /** Whether a column is there, with a value or with {@code null}. */
    public final boolean isSet(Column<?, ?> column) {
        return isSet(column.name());
    }

    /** Makes a column absent: nothing is sent for it. (A setter with {@code null} clears the column.) */
    public final void unset(Column<?, ?> column) {
        unset(column.name());
    }

    /** Control information; services of version 4.01 may leave its prefix out. */
    final Optional<String> control(String name) {
        return text("@odata." + name).or(() -> text("@" + name));
    }

    private Optional<String> text(String annotation) {
        JsonValue value = undeclared(annotation);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }

    final void putControl(String name, String value) {
        putUndeclared("@odata." + name, JsonValue.of(value));
    }

    // A link that a service proposes, as in the template of a new row, is to be sent back with the row.
    @Override
    protected final boolean isAnnotation(String wireName) {
        return wireName.indexOf('@') >= 0 && !wireName.endsWith(Links.BIND);
    }

    /** What is to be linked by the next request, in place of what a service proposed for that navigation. */
    final Links linksInsteadOf(String navigation) {
        unset(navigation + Links.BIND);
        return links();
    }

    @Override
    protected final void writeType(JsonWriter out, boolean asked) {
        if ((asked || isDerived()) && !changedMembers().contains("@odata.type")) {
            out.name("@odata.type");
            out.typeName(type().typeName());
        }
    }

    @Override
    protected final void writeId(JsonWriter out, String id) {
        out.name("@odata.id");
        out.string(id);
    }

    /** Whether the type has a base type, so that the place of a value of it may have been declared with that. */
    boolean isDerived() {
        return getClass().getSuperclass() != ODataObject.class;
    }

    @Override
    protected final void writeLinks(JsonWriter out) {
        if (links != null) {
            links.write(out, this);
        }
    }

    @Override
    protected final void addChangedLinks(Set<String> names) {
        if (links != null) {
            links.addNames(names);
        }
    }

    @Override
    protected final void markLinksUnchanged() {
        if (links != null) {
            links.sent();
        }
    }

    @Override
    protected final void adoptLinks(JsonObject base) {
        // Rows beyond navigations that the base did not know have been read into this object by now.
        ((ODataObject) base).expanded().forEach((navigation, rows) -> links().expand(navigation, rows));
    }
}
