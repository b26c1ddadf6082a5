package dev.lathe.processor.odata;

import java.util.List;
import java.util.Map;

/**
 * What the scanner hands on.
 *
 * @param version of OData that the document says it is of
 * @param isEmpty whether it has no schema
 * @param clean the document as far as it becomes a model: well-formed, free of duplicates, of DTD, entities, comments,
 *     foreign elements and annotations. The only thing that Olingo's reader ever gets to see
 * @param marks places and annotations of what is in {@code clean}
 * @param aliases alias to namespace, of schemas and of included ones
 * @param elsewhere annotations that stand apart from their target
 */
record ScannedCsdl(
        String version,
        boolean isEmpty,
        String clean,
        Marks marks,
        Map<String, String> aliases,
        List<TargetedAnnotation> elsewhere) {

    /** One {@code Annotation} below {@code Annotations Target="..."}. */
    record TargetedAnnotation(String target, XmlNode annotation) {}
}
