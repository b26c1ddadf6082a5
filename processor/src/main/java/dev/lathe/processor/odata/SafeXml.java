package dev.lathe.processor.odata;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The JDK's own XML reader, set up for documents of strangers. */
final class SafeXml {

    private SafeXml() {}

    /**
     * Reads characters that were decoded already. No DTD, no entities but the five of XML, no files, no network,
     * whatever else lies on the processor path.
     */
    static XMLStreamReader reader(String characters) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        // JDK 24 counts each &amp; of a document and stops at 100,000; without a DTD there is nothing to guard against.
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit", "0");
        return factory.createXMLStreamReader(new StringReader(characters));
    }
}
