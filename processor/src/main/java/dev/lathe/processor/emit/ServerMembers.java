package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.RootPlan;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The members of a root client for the addresses of its document. */
final class ServerMembers {

    private ServerMembers() {}

    // public static final URI PRODUCTION = URI.create("https://aam.adobe.io/v1");
    static List<FieldSpec> constants(RootPlan root) {
        return root.servers().stream()
                .filter(server -> !server.constant().isEmpty())
                .map(server -> FieldSpec.builder(URI.class, server.constant(), PUBLIC, STATIC, FINAL)
                        .addJavadoc("$L", describe(server.url(), server))
                        .initializer("$T.create($L)", URI.class, Sources.literal(server.url()))
                        .build())
                .toList();
    }

    private static String describe(String url, RootPlan.Server server) {
        return "{@code " + Javadocs.escape(url) + "}"
                + (server.description().isBlank() ? "" : ": " + Javadocs.escape(server.description()));
    }

    static List<MethodSpec> methods(ClientPlan plan) {
        return plan.root().servers().stream()
                .filter(server -> !server.method().isEmpty())
                .map(server -> method(plan, server))
                .toList();
    }

    // public static URI production(@Nullable Region region, String tenant) {
    //     return URI.create("https://" + (region == null ? "eu" : region.text) + "." + tenant + ".example.com");
    // }
    private static MethodSpec method(ClientPlan plan, RootPlan.Server server) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(server.method())
                .addModifiers(PUBLIC, STATIC)
                .returns(URI.class)
                .addJavadoc("The address $L\n", describe(server.template(), server));
        List<CodeBlock> pieces = new ArrayList<>();
        Set<String> added = new HashSet<>();
        for (RootPlan.Part part : server.parts()) {
            if (part instanceof RootPlan.Text text) {
                pieces.add(Sources.literal(text.text()));
            } else if (part instanceof RootPlan.Variable variable) {
                pieces.add(value(variable));
                if (added.add(variable.name())) {
                    method.addParameter(
                                    Sources.nullable(
                                            plan,
                                            variable.java(),
                                            variable.standard().isPresent()),
                                    variable.name())
                            .addJavadoc("\n@param $N $L", variable.name(), describe(variable));
                }
            }
        }
        return method.addJavadoc("\n@throws IllegalArgumentException if that makes no address")
                .addStatement("return $T.create($L)", URI.class, CodeBlock.join(pieces, " + "))
                .build();
    }

    private static String describe(RootPlan.Variable variable) {
        String text = Javadocs.phrase(variable.docs(), "{@code " + Javadocs.escape(variable.wireName()) + "}");
        return variable.standard()
                .map(standard -> text + "; null for {@code " + Javadocs.escape(standard) + "}")
                .orElse(text);
    }

    private static CodeBlock value(RootPlan.Variable variable) {
        return variable.standard()
                .map(standard -> CodeBlock.of(
                        "($1N == null ? $2L : $1N.toString())", variable.name(), Sources.literal(standard)))
                .orElseGet(() -> CodeBlock.of("$N", variable.name()));
    }

    static List<TypeSpec> choices(RootPlan root) {
        return root.choices().stream().map(ServerMembers::choice).toList();
    }

    // public enum Region {
    //     EU("eu"), US("us");
    //
    //     private final String text;
    //     ...
    // }
    private static TypeSpec choice(RootPlan.Choice choice) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(choice.name())
                .addModifiers(PUBLIC, STATIC)
                .addJavadoc("Values of {@code $L} in an address.", Javadocs.escape(choice.wireName()))
                .addField(String.class, "text", PRIVATE, FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "text")
                        .addStatement("this.text = text")
                        .build())
                .addMethod(MethodSpec.methodBuilder("toString")
                        .addAnnotation(Override.class)
                        .addModifiers(PUBLIC)
                        .returns(String.class)
                        .addJavadoc("As it stands in an address.")
                        .addStatement("return text")
                        .build());
        choice.values()
                .forEach(value -> type.addEnumConstant(
                        value.constant(),
                        TypeSpec.anonymousClassBuilder("$L", Sources.literal(value.text()))
                                .addJavadoc("{@code $L}.", Javadocs.escape(value.text()))
                                .build()));
        return type.build();
    }
}
