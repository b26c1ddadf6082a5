package dev.lathe.processor.odata;

import dev.lathe.processor.odata.ScannedCsdl.TargetedAnnotation;
import java.util.ArrayList;
import java.util.List;

/** Brings annotations that stand apart ({@code Annotations Target="..."}) to their elements. */
final class TargetedAnnotations {

    private final TypeNames names;
    private final Marks marks;

    TargetedAnnotations(TypeNames names, Marks marks) {
        this.names = names;
        this.marks = marks;
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
     * child of it, an operation or a parameter of it. Of overloads that are told apart by a signature all are meant.
     */
    private List<String> keys(String target) {
        int slash = target.indexOf('/');
        String owner = slash < 0 ? target : target.substring(0, slash);
        String member = slash < 0 ? "" : target.substring(slash + 1);
        int signature = target.indexOf('(');
        if (signature >= 0) {
            int close = target.indexOf(')', target.lastIndexOf('('));
            owner = target.substring(0, signature);
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
        String rest = member;
        return owners.stream()
                .map(key -> rest.isEmpty() ? key : Marks.member(key, rest))
                .toList();
    }
}
