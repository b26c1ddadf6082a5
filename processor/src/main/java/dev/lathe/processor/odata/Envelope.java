package dev.lathe.processor.odata;

import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands around the schemas: {@code Edmx} and {@code DataServices}; tells the versions of OData apart. */
final class Envelope {

    static final String EDMX = "http://docs.oasis-open.org/odata/ns/edmx";
    static final String EDM = "http://docs.oasis-open.org/odata/ns/edm";

    /** Elements whose children are parts of the envelope. */
    static final Set<String> PARTS = Set.of("Edmx", "DataServices", "Reference");

    private static final String BEFORE_V4 = "http://schemas.microsoft.com/ado/";
    private static final Set<String> KNOWN_VERSIONS = Set.of("4.0", "4.01");
    private static final String ASK_FOR_V4 =
            "many services offer V4 under another address; Lathe reads the metadata of OData 4.0 and 4.01";

    /** What a part is to the scanner. */
    enum Part {
        /** Not CSDL of a version that is read; the error is reported. */
        REFUSED,
        SCHEMA,
        /** Names a schema of another document. */
        INCLUDE,
        /** Look into it. */
        OPEN,
        OTHER
    }

    private final SpecText text;
    private final Problems problems;
    private String version = "";
    private String dataServiceVersion = "";
    private @Nullable SpecPath oldEnvelope;
    private String schemaNamespace = EDM;
    private boolean hasSchema;

    Envelope(SpecText text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Whether elements of that XML namespace belong to the schema that is being read. */
    boolean isSchemaNamespace(String namespace) {
        return namespace.equals(schemaNamespace);
    }

    /** The version that the document is read as. */
    String version() {
        return version.isEmpty() ? "4.0" : version;
    }

    Part part(String name, String namespace, String parent, @Nullable String declared, String dataService, int offset) {
        if (!dataService.isEmpty()) {
            dataServiceVersion = dataService;
        }
        SpecPath at = text.at("", offset);
        if (name.equals("Schema") && (parent.isEmpty() || parent.equals("DataServices"))) {
            return schema(namespace, parent.isEmpty(), at, offset);
        }
        if (parent.isEmpty()) {
            if (!name.equals("Edmx")) {
                NotCsdl.root(name, namespace, text, offset, problems);
                return Part.REFUSED;
            }
            edmx(namespace, declared, at);
            return Part.OPEN;
        }
        if (parent.equals("Edmx") && (name.equals("DataServices") || name.equals("Reference"))) {
            return Part.OPEN;
        }
        return parent.equals("Reference") && name.equals("Include") ? Part.INCLUDE : Part.OTHER;
    }

    private void edmx(String namespace, @Nullable String declared, SpecPath at) {
        if (declared != null) {
            version = declared.strip();
        }
        if (namespace.startsWith(BEFORE_V4)) {
            oldEnvelope = at;
        } else if (!KNOWN_VERSIONS.contains(version)) {
            problems.warning(
                    "odata-version-unknown",
                    at,
                    "The document says it is of OData version '" + version
                            + "', which Lathe does not know; it is read as 4.01.");
        }
    }

    private Part schema(String namespace, boolean bare, SpecPath at, int offset) {
        hasSchema = true;
        schemaNamespace = namespace;
        if (namespace.startsWith(BEFORE_V4)) {
            refuseOld(namespace, at);
            return Part.REFUSED;
        }
        if (namespace.isEmpty() && !bare && oldEnvelope == null) {
            problems.warning(
                    "no-namespace",
                    at,
                    "The schema is in no XML namespace; it is read as if it had that of OData 4.",
                    "write <Schema xmlns=\"" + EDM + "\" ...>");
        } else if (!namespace.equals(EDM)) {
            problems.error(
                    "not-csdl",
                    at,
                    "The schema is in the XML namespace '" + namespace + "'; that of OData 4 is " + EDM + ".");
            return Part.REFUSED;
        }
        if (oldEnvelope != null) {
            problems.warning(
                    "odata-version",
                    oldEnvelope,
                    "The envelope (Edmx) is that of an OData version before 4, the schema in it is of version 4; it is read"
                            + " as 4.0.");
            version = "4.0";
            oldEnvelope = null;
        } else if (bare) {
            problems.warning(
                    "no-envelope",
                    text.at("", offset),
                    "The document has a schema only, without Edmx around; it is read as 4.0.");
        }
        return Part.SCHEMA;
    }

    private void refuseOld(String namespace, SpecPath at) {
        String old = old(namespace);
        String contradiction = version.startsWith("4")
                ? " It calls itself version " + version + ", but its XML namespaces are those of " + old + "."
                : "";
        problems.error(
                "odata-version",
                at,
                "The document is of " + old + "; only OData V4 is supported." + contradiction,
                ASK_FOR_V4);
    }

    /** By the version it names, else by the year in the namespace of its schema. */
    private String old(String namespace) {
        if (dataServiceVersion.startsWith("3")) {
            return "OData V3";
        }
        if (dataServiceVersion.startsWith("2")) {
            return "OData V2";
        }
        if (dataServiceVersion.startsWith("1")) {
            return "OData V1";
        }
        if (namespace.contains("/2009/11/")) {
            return "OData V3";
        }
        return namespace.contains("/2006/") || namespace.contains("/2007/") ? "OData V1 or V2" : "OData V2";
    }

    /** Called at the end. False when nothing in the document was of a version that is read. */
    boolean complete() {
        if (oldEnvelope != null && !hasSchema) {
            problems.error(
                    "odata-version",
                    oldEnvelope,
                    "The document is of an OData version before 4 and has no schema; only OData V4 is supported.",
                    ASK_FOR_V4);
            return false;
        }
        return true;
    }
}
