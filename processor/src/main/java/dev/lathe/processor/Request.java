package dev.lathe.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * One annotation, as it stands on a package.
 *
 * @param spec where the document is
 * @param name of the root client; empty for the document's
 * @param include globs of what comes out; empty for everything
 * @param exclude globs of what does not
 * @param profile service profile; empty to detect it
 * @param values the attributes that the user wrote, for messages that point at them
 */
record Request(
        Language language,
        PackageElement target,
        AnnotationMirror annotation,
        String spec,
        String name,
        List<String> include,
        List<String> exclude,
        String profile,
        Map<String, AnnotationValue> values) {

    static Request of(Language language, PackageElement target, AnnotationMirror annotation, Elements elements) {
        Map<String, AnnotationValue> all = new HashMap<>();
        elements.getElementValuesWithDefaults(annotation)
                .forEach((attribute, value) -> all.put(attribute.getSimpleName().toString(), value));
        Map<String, AnnotationValue> written = new HashMap<>();
        annotation
                .getElementValues()
                .forEach((attribute, value) ->
                        written.put(attribute.getSimpleName().toString(), value));
        return new Request(
                language,
                target,
                annotation,
                text(all, "value"),
                text(all, "name"),
                texts(all, "include"),
                texts(all, "exclude"),
                text(all, "profile"),
                Map.copyOf(written));
    }

    String packageName() {
        return target.getQualifiedName().toString();
    }

    /** The value to underline; the whole annotation when the user did not write it. */
    @Nullable
    AnnotationValue value(String attribute) {
        return values.get(attribute);
    }

    /** Whatever is no text is a mistake that the compiler reports itself. */
    private static String text(Map<String, AnnotationValue> values, String attribute) {
        AnnotationValue value = values.get(attribute);
        return value != null && value.getValue() instanceof String text ? text.strip() : "";
    }

    private static List<String> texts(Map<String, AnnotationValue> values, String attribute) {
        AnnotationValue value = values.get(attribute);
        if (value == null || !(value.getValue() instanceof List<?> items)) {
            return List.of();
        }
        return items.stream()
                .filter(AnnotationValue.class::isInstance)
                .map(item -> ((AnnotationValue) item).getValue())
                .filter(String.class::isInstance)
                .map(item -> ((String) item).strip())
                .toList();
    }
}
