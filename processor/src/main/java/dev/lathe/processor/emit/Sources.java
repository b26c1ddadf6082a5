package dev.lathe.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.util.List;

/** What all generated files have in common. */
final class Sources {

    /** A character takes up to three bytes. */
    private static final int LONGEST_CONSTANT = 20_000;

    private Sources() {}

    static CodeBlock literals(List<String> texts) {
        return texts.stream().map(Sources::literal).collect(CodeBlock.joining(", "));
    }

    /** The file of a type, which says who emitted it. */
    static JavaFile file(ClientPlan plan, ClassName name, TypeSpec.Builder type, Class<? extends Emitter> emitter) {
        type.addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED)
                .addMember("value", "$S", emitter.getName())
                .build());
        if (plan.jspecify()) {
            type.addAnnotation(RuntimeTypes.NULL_MARKED);
        }
        if (plan.anyDeprecated()) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "deprecation")
                    .build());
        }
        // No planned class is named like one of java.lang (see the plan's TypeNames), so they go without an import.
        return JavaFile.builder(name.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    /** The type with {@code @Nullable}, where nullness is annotated at all. */
    static TypeName nullable(ClientPlan plan, TypeName type) {
        return plan.jspecify() && !type.isPrimitive()
                ? type.annotated(AnnotationSpec.builder(RuntimeTypes.NULLABLE).build())
                : type;
    }

    static TypeName nullable(ClientPlan plan, TypeName type, boolean nullable) {
        return nullable ? nullable(plan, type) : type;
    }

    /**
     * A string literal. ASCII only, so that the file means the same under every encoding; on one line, as JavaPoet's
     * own literals are not.
     */
    static CodeBlock literal(String text) {
        // A constant of a class file has at most 65,535 bytes; what a method returns is none.
        if (text.length() > LONGEST_CONSTANT) {
            return CodeBlock.of(
                    "$L.concat($L)",
                    literal(text.substring(0, LONGEST_CONSTANT)),
                    literal(text.substring(LONGEST_CONSTANT)));
        }
        var literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        literal.append(String.format("\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return CodeBlock.of("$L", literal.append('"'));
    }
}
