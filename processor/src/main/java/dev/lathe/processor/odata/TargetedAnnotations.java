package dev.lathe.processor.odata;

import dev.lathe.processor.odata.ScannedCsdl.TargetedAnnotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.olingo.commons.api.edm.provider.CsdlOperation;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;

/** Brings annotations that stand apart ({@code Annotations Target="..."}) to their elements. */
final class TargetedAnnotations {

    private final TypeNames names;
    private final Marks marks;

    /**
     * By operation, the types that tell its overloads apart: of a function all parameters, of an action the one that it is
     * bound to (CSDL XML 4.01, section 14.2.2).
     */
    private final Map<String, List<String>> signatures = new HashMap<>();

    TargetedAnnotations(List<CsdlSchema> schemas, TypeNames names, Marks marks) {
        this.names = names;
        this.marks = marks;
        for (CsdlSchema schema : schemas) {
            signatures(schema, schema.getFunctions(), false);
            signatures(schema, schema.getActions(), true);
        }
    }

    private void signatures(CsdlSchema schema, List<? extends CsdlOperation> operations, boolean action) {
        Map<String, Integer> ordinals = new HashMap<>();
        for (CsdlOperation operation : operations) {
            int ordinal = ordinals.merge(operation.getName(), 1, Integer::sum) - 1;
            List<String> types = operation.getParameters().stream()
                    .limit(action ? operation.isBound() ? 1 : 0 : Integer.MAX_VALUE)
                    .map(parameter -> parameter.isCollection()
                            ? collection(names.qualify(parameter.getType()))
                            : names.qualify(parameter.getType()))
                    .toList();
            signatures.put(Marks.operation(action, schema.getNamespace(), operation.getName(), ordinal), types);
        }
    }

    private static String collection(String item) {
        return "Collection(" + item + ")";
    }

    void distribute(List<TargetedAnnotation> annotations) {
        for (TargetedAnnotation annotation : annotations) {
            for (String key : keys(annotation.target())) {
                Marks.Mark mark = marks.find(key);
                if (mark != null) {
                    mark.annotations().add(annotation.annotation());
                }
            }
        }
    }

    /**
     * The elements that a target (CSDL XML 4.01, section 14.2.2) may mean: a type or a member of it, a container or a
     * child of it, an operation or a parameter of it. Without a signature, and with one that no overload has, all
     * overloads are meant.
     */
    private List<String> keys(String target) {
        int slash = target.indexOf('/');
        String owner = slash < 0 ? target : target.substring(0, slash);
        String member = slash < 0 ? "" : target.substring(slash + 1);
        int signature = target.indexOf('(');
        List<String> types = List.of();
        if (signature >= 0) {
            int close = target.lastIndexOf(')');
            owner = target.substring(0, signature);
            types = close > signature ? types(target.substring(signature + 1, close)) : List.of();
            member = close > 0 && close + 2 <= target.length() && target.charAt(close + 1) == '/'
                    ? target.substring(close + 2)
                    : "";
        }
        String qualified = names.qualify(owner);
        int dot = qualified.lastIndexOf('.');
        if (dot < 0) {
            return List.of();
        }
        String namespace = qualified.substring(0, dot);
        String name = qualified.substring(dot + 1);
        List<String> owners = new ArrayList<>();
        owners.add(Marks.type(namespace, name));
        owners.add(Marks.container(namespace, name));
        for (boolean action : new boolean[] {false, true}) {
            for (int i = 0; i < marks.overloads(action, namespace, name); i++) {
                owners.add(Marks.operation(action, namespace, name, i));
            }
        }
        List<String> exactly = types;
        if (signature >= 0 && owners.stream().anyMatch(key -> exactly.equals(signatures.get(key)))) {
            owners.removeIf(key -> !exactly.equals(signatures.get(key)));
        }
        String rest = member;
        return owners.stream()
                .map(key -> rest.isEmpty() ? key : Marks.member(key, rest))
                .toList();
    }

    private List<String> types(String signature) {
        return Stream.of(signature.split(",", -1))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .map(type -> type.startsWith("Collection(") && type.endsWith(")")
                        ? collection(names.qualify(type.substring("Collection(".length(), type.length() - 1)))
                        : names.qualify(type))
                .toList();
    }
}
