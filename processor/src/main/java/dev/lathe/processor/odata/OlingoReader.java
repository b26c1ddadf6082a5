package dev.lathe.processor.odata;

import java.io.IOException;
import org.apache.olingo.client.api.edm.xml.XMLMetadata;
import org.apache.olingo.client.core.edm.ClientCsdlXMLMetadata;
import org.apache.olingo.client.core.edm.xml.ClientCsdlEdmx;
import org.apache.olingo.client.core.serialization.ClientODataDeserializerImpl;
import org.apache.olingo.commons.api.format.ContentType;

/**
 * The Olingo client's CSDL reader, up to its {@code XMLMetadata}. Its {@code toMetadata} would read the document a second
 * time, into a DOM, for the sake of the XML namespaces; and its {@code Edm} costs ten times as much memory.
 */
final class OlingoReader extends ClientODataDeserializerImpl {

    OlingoReader() {
        super(false, ContentType.APPLICATION_XML);
    }

    /** Reads the scanner's clean copy, never a document as it came. */
    XMLMetadata read(String clean) {
        try {
            return new ClientCsdlXMLMetadata(getXmlMapper().readValue(clean, ClientCsdlEdmx.class));
        } catch (IOException e) {
            throw new IllegalStateException("Olingo cannot read what the scanner wrote for it", e);
        }
    }
}
