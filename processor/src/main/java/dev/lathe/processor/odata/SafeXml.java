package dev.lathe.processor.odata;

import java.io.StringReader;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The JDK's own XML reader, set up for documents of strangers. */
final class SafeXml {

    /**
     * Guards against what needs a DTD, which is refused before; depth is the scanner's business. From JDK 24 on they are
     * so narrow that 100,000 escaped characters in a document count as an attack.
     */
    private static final List<String> LIMITS =
            List.of("totalEntitySizeLimit", "maxGeneralEntitySizeLimit", "maxElementDepth", "elementAttributeLimit");

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
        LIMITS.forEach(limit -> factory.setProperty("jdk.xml." + limit, "0"));
        return factory.createXMLStreamReader(new StringReader(characters));
    }
}
