package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * A generated interface for an entity set, with its implementation.
 *
 * @param keyType type argument for the key: the key property's, or the runtime's {@code EntityKey}
 * @param keyParts properties of the key
 * @param alternateKeys what else addresses a row
 * @param columns empty when they stand in another set of the same type
 * @param columnsIn the interface where they stand
 */
public record EntitySetPlan(
        ClassName name,
        ClassName client,
        String accessor,
        String wireName,
        ClassName entity,
        TypeName keyType,
        List<KeyPart> keyParts,
        List<AlternateKey> alternateKeys,
        Optional<ColumnsPlan> columns,
        ClassName columnsIn,
        List<OperationPlan> operations,
        DocPlan docs) {

    /** One property of the key. */
    public record KeyPart(String name, String wireName, TypeName java) {}

    /**
     * Properties that together address a row.
     *
     * @param reference name of the method that points at a row by them
     */
    public record AlternateKey(String reference, List<KeyPart> parts) {}

    public boolean hasCompositeKey() {
        return keyParts.size() != 1;
    }
}
