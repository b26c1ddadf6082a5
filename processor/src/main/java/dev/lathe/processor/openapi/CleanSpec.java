package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.SpecPath;
import java.util.List;

/**
 * A checked copy of a document: only members that the standard knows, each of the right kind; parameters, bodies,
 * responses and path items in place of references to them; every {@code $ref} left is one to a schema, and leads to one.
 *
 * @param schemas in {@code components.schemas} of {@code root}; first those that the document declares, in its order
 * @param lostCases what mappings of discriminators name and the document does not have
 */
record CleanSpec(SpecVersion version, ObjectNode root, List<SharedSchema> schemas, List<LostCase> lostCases) {

    /** Where the security schemes stand in a checked copy, of any version. */
    static final String SECURITY_SCHEMES = "x-lathe-security-schemes";

    /** Marks a schema of items. */
    static final String ITEM = "x-lathe-item";

    /** Marks a list that describes its first items only, so that others may follow. */
    static final String OPEN_TUPLE = "x-lathe-open-tuple";

    /**
     * A schema that references lead to.
     *
     * @param key what it is called in {@code components.schemas}; made up, so that names of a document never matter
     * @param name what the document calls it; empty for one that is referred to by its place only
     * @param declared whether the document offers it for reuse
     */
    record SharedSchema(String key, String name, boolean declared, ObjectNode schema) {}

    /**
     * An entry of a mapping that leads nowhere.
     *
     * @param mapping where the mapping stands
     * @param value of the discriminator
     * @param problem what is wrong with the reference
     */
    record LostCase(SpecPath mapping, String value, Problem problem) {}
}
