package dev.lathe.sandbox.dataverse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.olingo.client.api.ODataClient;
import org.apache.olingo.client.api.edm.xml.XMLMetadata;
import org.apache.olingo.client.core.ODataClientFactory;
import org.apache.olingo.client.core.edm.ClientCsdlEdmProvider;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainer;
import org.apache.olingo.commons.api.edm.provider.CsdlEntitySet;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.apache.olingo.commons.api.edm.provider.CsdlStructuralType;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.server.api.OData;
import org.jspecify.annotations.Nullable;

/**
 * A CSDL document in its two forms: the bytes, which {@code $metadata} serves as they are, and Olingo's Edm. Nothing
 * that the document refers to is fetched.
 */
final class CsdlDocument {

    private final byte[] bytes;
    private final Edm edm;
    private final String namespace;

    private CsdlDocument(byte[] bytes, Edm edm, String namespace) {
        this.bytes = bytes;
        this.edm = edm;
        this.namespace = namespace;
    }

    /**
     * Reads a document.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when it is not an OData V4 document with an entity container
     */
    static CsdlDocument read(Path file) throws IOException {
        return of(Files.readAllBytes(file), file.toString());
    }

    /** @param name what to call the document in messages */
    static CsdlDocument of(byte[] bytes, String name) {
        XMLMetadata metadata = parse(bytes, name);
        CsdlSchema schema = metadata.getSchemas().stream()
                .filter(s -> s.getEntityContainer() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no entity container: nothing to serve."));
        dropDanglingBindings(schema.getEntityContainer());
        checkBaseTypes(metadata, name);
        metadata.getSchemas().forEach(s -> Overloads.prepare(s, metadata.getSchemaByNsOrAlias()));
        Edm edm = OData.newInstance()
                .createServiceMetadata(new ClientCsdlEdmProvider(metadata.getSchemaByNsOrAlias()), List.of())
                .getEdm();
        return new CsdlDocument(bytes, edm, schema.getNamespace());
    }

    private static XMLMetadata parse(byte[] bytes, String name) {
        if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
            throw new IllegalArgumentException(name + " is empty.");
        }
        checkEnvelope(bytes, name);
        ODataClient client = ODataClientFactory.getClient();
        try {
            return client.getDeserializer(ContentType.APPLICATION_XML).toMetadata(new ByteArrayInputStream(bytes));
        } catch (IllegalArgumentException e) {
            throw notCsdl(name, Optional.ofNullable(e.getCause()).orElse(e));
        }
    }

    /** Olingo is not to be handed anything else: it takes the wrong root for an empty document. */
    private static void checkEnvelope(byte[] bytes, String name) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            xml.nextTag();
            String version = xml.getAttributeValue(null, "Version");
            if (!xml.getLocalName().equals("Edmx") || version == null || !version.startsWith("4.")) {
                throw new IllegalArgumentException(name + " is not an OData V4 document: it starts with <"
                        + xml.getLocalName() + "> of version " + version + ".");
            }
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Schema")) {
                    return;
                }
            }
        } catch (XMLStreamException e) {
            throw notCsdl(name, e);
        }
        throw new IllegalArgumentException(name + " has no schema: nothing to serve.");
    }

    private static IllegalArgumentException notCsdl(String name, Throwable cause) {
        return new IllegalArgumentException(name + " is not a CSDL document: " + firstLine(cause.getMessage()), cause);
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "no reason given" : text.lines().findFirst().orElse("");
    }

    /** Dataverse's own document binds {@code ownerid} to a set {@code owners} that it does not declare. */
    private static void dropDanglingBindings(CsdlEntityContainer container) {
        Set<String> sets = new HashSet<>();
        container.getEntitySets().forEach(set -> sets.add(set.getName()));
        container.getSingletons().forEach(singleton -> sets.add(singleton.getName()));
        for (CsdlEntitySet set : container.getEntitySets()) {
            set.getNavigationPropertyBindings()
                    .removeIf(binding -> !sets.contains(binding.getTarget())
                            && !binding.getTarget().contains("/"));
        }
    }

    /** Olingo follows base types without looking back, until the stack is full. */
    private static void checkBaseTypes(XMLMetadata metadata, String name) {
        Map<String, CsdlSchema> schemas = metadata.getSchemaByNsOrAlias();
        for (CsdlSchema schema : metadata.getSchemas()) {
            Stream.concat(schema.getEntityTypes().stream(), schema.getComplexTypes().stream())
                    .forEach(type -> checkBaseTypes(type, schemas, name));
        }
    }

    private static void checkBaseTypes(CsdlStructuralType type, Map<String, CsdlSchema> schemas, String name) {
        Set<CsdlStructuralType> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        CsdlStructuralType next = type;
        while (next != null) {
            if (!seen.add(next)) {
                throw new IllegalArgumentException(name + ": the type '" + type.getName() + "' derives from itself.");
            }
            FullQualifiedName base = next.getBaseTypeFQN();
            CsdlSchema schema = base == null ? null : schemas.get(base.getNamespace());
            if (schema == null) {
                return;
            }
            CsdlStructuralType entity = schema.getEntityType(base.getName());
            next = entity != null ? entity : schema.getComplexType(base.getName());
        }
    }

    byte[] bytes() {
        return bytes;
    }

    Edm edm() {
        return edm;
    }

    /** Namespace of the schema that holds the container. */
    String namespace() {
        return namespace;
    }
}
