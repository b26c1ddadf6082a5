package dev.lathe.sandbox.dataverse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.olingo.commons.api.edm.EdmEntitySet;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of the Dataverse sandbox, for tests that put some in or look at them without HTTP. Safe for use by many
 * threads.
 *
 * <p>Rows are maps of column name to value. A value is what a caller would write down: a {@link UUID}, {@link String},
 * {@link Number}, {@link Boolean}, {@link Instant}, {@link LocalDate}, {@code byte[]}, a map for a complex value, a
 * list. The name of a single-valued navigation property may stand in for a lookup column; its value is the
 * {@link UUID} of a row, which need not exist.
 */
public final class DataverseData {

    private static final JsonMapper JSON = new JsonMapper();

    private final Schema schema;
    private final Store store;
    private final Changes changes;
    private final Labels labels;
    private final Customizing customizing;

    /** What a test teaches the service beside rows. */
    record Customizing(
            AlternateKeys keys,
            DuplicateRules duplicates,
            Operations operations,
            BulkOperations bulk,
            FileColumns files) {}

    DataverseData(Schema schema, Store store, Changes changes, Labels labels, Customizing customizing) {
        this.schema = schema;
        this.store = store;
        this.changes = changes;
        this.labels = labels;
        this.customizing = customizing;
    }

    /**
     * Puts a row in, as the service would after a POST: the key is made up when it is missing, and columns such as
     * {@code createdon} are filled.
     *
     * @param entitySet the table, by its set name
     * @return the key of the row
     * @throws IllegalArgumentException for an unknown set or column, a value of the wrong type, or a key that exists
     */
    public UUID insert(String entitySet, Map<String, ? extends @Nullable Object> columns) {
        Row row = insertRow(entitySet, columns);
        Object key = row.key().values().get(0);
        if (row.key().values().size() == 1 && key instanceof UUID id) {
            return id;
        }
        throw new IllegalArgumentException(entitySet + " has no Guid key; use insertAll.");
    }

    /** Puts many rows in, all or none. */
    public void insertAll(String entitySet, Iterable<? extends Map<String, ? extends @Nullable Object>> rows) {
        store.transaction(() -> {
            rows.forEach(row -> insertRow(entitySet, row));
            return entitySet;
        });
    }

    /** How many rows a table has, those of derived tables included. */
    public int count(String entitySet) {
        return store.count(type(entitySet));
    }

    /** The columns of a row that have a value, in Java's types; empty when there is no such row. */
    public Optional<Map<String, Object>> find(String entitySet, UUID id) {
        return store.find(type(entitySet), Key.of(id)).map(Row::columns);
    }

    /** All rows of a table, in order of creation. */
    public List<Map<String, Object>> all(String entitySet) {
        return store.all(type(entitySet)).stream().map(Row::columns).toList();
    }

    /** Removes all rows of a table. */
    public void clear(String entitySet) {
        store.transaction(() -> {
            new ArrayList<>(store.all(type(entitySet))).forEach(store::delete);
            return entitySet;
        });
    }

    /** Teaches the label of a choice value, which formatted values show; a CSDL document has no labels. */
    public void choiceLabel(String table, String column, int value, String label) {
        labels.teach(table, column, value, label);
    }

    /**
     * Answers a function or an action, in place of what the sandbox does for it. Its parameters have been checked against
     * the document.
     *
     * @param name without a namespace; the document has to declare it
     * @param answer null for no content; a map for an object, an {@link Iterable} for a collection, anything else for a
     *     bare value. Values are as in rows
     */
    public void operation(String name, Function<? super OperationRequest, ? extends @Nullable Object> answer) {
        customizing.operations().add(name, answer);
    }

    /** Adds an alternate key to those that the document declares. */
    public void alternateKey(String entitySet, String... columns) {
        customizing.keys().add(type(entitySet), List.of(columns));
    }

    /** Lets rows with the same values in these columns count as duplicates, for requests that have them detected. */
    public void duplicateRule(String entitySet, String... columns) {
        customizing.duplicates().add(type(entitySet), List.of(columns));
    }

    /** Makes a table an elastic one: {@code DeleteMultiple} is for those alone. */
    public void elasticTable(String entitySet) {
        customizing.bulk().elastic(type(entitySet));
    }

    /** Makes the environment one that takes files in one request alone, as those do that keep them in their database. */
    public void filesWithoutBlocks() {
        customizing.files().withoutBlocks();
    }

    /** The rows behind the ids that every row refers to, where the document has their tables. */
    void insertOrganization() {
        insertIfServed("organization", DataverseService.ORGANIZATION_ID, Map.of("name", "Sandbox"));
        insertIfServed("businessunit", DataverseService.BUSINESS_UNIT_ID, Map.of("name", "Sandbox"));
        insertIfServed("systemuser", DataverseService.USER_ID, Map.of("fullname", "Sandbox User"));
    }

    private void insertIfServed(String table, UUID id, Map<String, String> columns) {
        Optional<EdmEntityType> type = schema.type(schema.document().namespace() + "." + table)
                .filter(t -> !t.isAbstract() && t.getKeyPropertyRefs().size() == 1)
                .filter(t -> Schema.isGuid(t.getKeyPropertyRefs().get(0).getProperty()));
        type.ifPresent(t -> {
            Map<String, @Nullable Object> known = new LinkedHashMap<>(columns);
            known.keySet().removeIf(column -> t.getStructuralProperty(column) == null);
            changes.create(new RowBody(t, known, Map.of(), Map.of()), Key.of(id), url -> {
                throw new AssertionError(url);
            });
        });
    }

    private EdmEntityType type(String entitySet) {
        return schema.set(entitySet)
                .map(EdmEntitySet::getEntityType)
                .orElseThrow(() -> new IllegalArgumentException("No entity set is named '" + entitySet + "'."));
    }

    private Row insertRow(String entitySet, Map<String, ? extends @Nullable Object> columns) {
        EdmEntityType type = type(entitySet);
        Map<String, @Nullable Object> converted = new LinkedHashMap<>();
        Map<String, String> lookups = new LinkedHashMap<>();
        try {
            columns.forEach((name, value) -> {
                EdmProperty property = type.getStructuralProperty(name);
                if (property != null) {
                    converted.put(name, convert(property, value));
                } else {
                    converted.put(lookupColumn(type, name, lookups), value);
                }
            });
            return store.transaction(() -> {
                Row row = changes.create(new RowBody(type, converted, Map.of(), Map.of()), null, url -> {
                    throw new AssertionError(url);
                });
                return lookups.isEmpty() ? row : remember(row, lookups);
            });
        } catch (DataverseError e) {
            throw new IllegalArgumentException(e.text(), e);
        }
    }

    private Row remember(Row row, Map<String, String> lookups) {
        Row.Draft draft = row.edit();
        draft.lookups().putAll(lookups);
        return store.update(row, draft);
    }

    private String lookupColumn(EdmEntityType type, String name, Map<String, String> lookups) {
        EdmNavigationProperty nav = type.getNavigationProperty(name);
        if (nav != null
                && schema.relation(type, nav) instanceof Relation.ByColumns columns
                && columns.fromDependent()
                && columns.columns().size() == 1) {
            lookups.put(columns.columns().get(0), name);
            return columns.columns().get(0);
        }
        throw new IllegalArgumentException("No column or lookup of " + type.getName() + " is named '" + name + "'.");
    }

    private static @Nullable Object convert(EdmProperty property, @Nullable Object value) {
        JsonNode json = value == null
                ? JSON.nullNode()
                : value instanceof JsonNode node ? node : JSON.valueToTree(jsonable(value));
        return Values.fromJson(property, json);
    }

    /** Dates and ids travel as text. */
    private static Object jsonable(Object value) {
        boolean plain = value instanceof Number
                || value instanceof Boolean
                || value instanceof byte[]
                || value instanceof Map<?, ?>
                || value instanceof Iterable<?>;
        return plain ? value : value.toString();
    }
}
