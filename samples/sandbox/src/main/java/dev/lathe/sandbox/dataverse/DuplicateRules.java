package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.jspecify.annotations.Nullable;

/** When two rows count as the same one for those who ask for duplicate detection. Safe for many threads. */
final class DuplicateRules {

    static final String CODE = "0x80040333";

    private final Store store;
    private final Map<String, List<List<String>>> byTable = new ConcurrentHashMap<>();

    DuplicateRules(Store store) {
        this.store = store;
    }

    void add(EdmEntityType type, List<String> columns) {
        byTable.computeIfAbsent(Schema.nameOf(type), name -> new CopyOnWriteArrayList<>())
                .add(List.copyOf(columns));
    }

    /** 412 when another row than {@code own} has the same values as the columns will have. */
    void check(EdmEntityType type, Map<String, @Nullable Object> columns, @Nullable Row own) {
        for (List<String> rule : byTable.getOrDefault(Schema.nameOf(type), List.of())) {
            if (rule.stream().noneMatch(columns::containsKey)) {
                continue; // nothing that the rule looks at is written
            }
            List<Object> values = new ArrayList<>();
            for (String column : rule) {
                Object value = columns.containsKey(column) || own == null ? columns.get(column) : own.get(column);
                if (value != null) {
                    values.add(value);
                }
            }
            boolean found = values.size() == rule.size()
                    && store.all(type).stream()
                            .filter(row -> own == null || row.sequence() != own.sequence())
                            .anyMatch(row -> values.equals(Table.valuesOf(rule, row)));
            if (found) {
                throw new DataverseError(
                        412,
                        CODE,
                        "A record was not created or updated because a duplicate of the current record already exists.");
            }
        }
    }
}
