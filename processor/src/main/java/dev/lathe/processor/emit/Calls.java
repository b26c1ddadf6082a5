package dev.lathe.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.DocPlan;
import dev.lathe.processor.plan.ParameterPlan;
import dev.lathe.processor.plan.ResultPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the methods of OpenAPI and of OData have in common: parameters, results, documentation. */
final class Calls {

    private Calls() {}

    static TypeName returns(ClientPlan plan, ResultPlan result) {
        if (result instanceof ResultPlan.None) {
            return TypeName.VOID;
        }
        if (result instanceof ResultPlan.Value value) {
            return Sources.nullable(plan, value.value().java(), value.nullable());
        }
        if (result instanceof ResultPlan.ByStatus answers) {
            return Sources.nullable(plan, answers.union().java(), answers.nullable());
        }
        if (result instanceof ResultPlan.Items items) {
            TypeName item = items.item().java();
            return ParameterizedTypeName.get(
                    RuntimeTypes.ITEM_STREAM,
                    items.events() ? ParameterizedTypeName.get(RuntimeTypes.SERVER_SENT_EVENT, item) : item);
        }
        if (result instanceof ResultPlan.Text) {
            return ClassName.get(String.class);
        }
        if (result instanceof ResultPlan.Bytes) {
            return ClassName.get(InputStream.class);
        }
        if (result instanceof ResultPlan.Paged paged) {
            return ParameterizedTypeName.get(RuntimeTypes.PAGES, paged.item().java());
        }
        if (result instanceof ResultPlan.Collection collection) {
            return ParameterizedTypeName.get(
                    ClassName.get(List.class), collection.item().java());
        }
        if (result instanceof ResultPlan.Rows rows) {
            return ParameterizedTypeName.get(RuntimeTypes.QUERY, rows.item().java());
        }
        if (result instanceof ResultPlan.Wrapped wrapped) {
            return Sources.nullable(plan, wrapped.value().java(), wrapped.nullable());
        }
        throw new AssertionError(result);
    }

    // .send(), .read(Trait.TYPE), .pages(Paging.pageNumber(…), Trait.TYPE)
    static CodeBlock ending(ResultPlan result) {
        if (result instanceof ResultPlan.None) {
            return CodeBlock.of(".send()");
        }
        if (result instanceof ResultPlan.Value value) {
            return CodeBlock.of(value.nullable() ? ".readOrNull($L)" : ".read($L)", Values.type(value.value()));
        }
        if (result instanceof ResultPlan.ByStatus answers) {
            return byStatus(answers);
        }
        if (result instanceof ResultPlan.Items items) {
            return CodeBlock.of(items.events() ? ".events($L)" : ".items($L)", Values.type(items.item()));
        }
        if (result instanceof ResultPlan.Text) {
            return CodeBlock.of(".text()");
        }
        if (result instanceof ResultPlan.Bytes) {
            return CodeBlock.of(".stream()");
        }
        if (result instanceof ResultPlan.Paged paged) {
            return CodeBlock.of(".pages($L, $L)", paging(paged.paging()), Values.type(paged.item()));
        }
        if (result instanceof ResultPlan.Collection collection) {
            return CodeBlock.of(".readList($L)", Values.type(collection.item()));
        }
        if (result instanceof ResultPlan.Rows rows) {
            return CodeBlock.of(".query($L)", Values.type(rows.item()));
        }
        if (result instanceof ResultPlan.Wrapped wrapped) {
            return CodeBlock.of(
                    wrapped.nullable() ? ".readValueOrNull($L)" : ".readValue($L)", Values.type(wrapped.value()));
        }
        throw new AssertionError(result);
    }

    // .read(StatusTypes.<OrderResult>of(OrderResult.TYPE)
    //         .on("200", Order.TYPE)
    //         .on("202", Scalars.STRING, OrderResult.OfString::new))
    private static CodeBlock byStatus(ResultPlan.ByStatus answers) {
        CodeBlock.Builder types = CodeBlock.builder()
                .add(
                        "$T.<$T>of($L)$>$>",
                        RuntimeTypes.STATUS_TYPES,
                        answers.union().java(),
                        Values.type(answers.union()));
        for (ResultPlan.StatusCase one : answers.cases()) {
            types.add("\n.on($S, $L", one.status(), Values.type(one.value()));
            one.wrapper().ifPresent(wrapper -> types.add(", $T::new", wrapper));
            types.add(")");
        }
        types.add("$<$<");
        return CodeBlock.of(answers.nullable() ? ".readOrNull($L)" : ".read($L)", types.build());
    }

    private static CodeBlock paging(ResultPlan.PagingPlan paging) {
        return switch (paging.style()) {
            case "page-number" ->
                CodeBlock.of(
                        "$T.pageNumber($S, $S, $L, $S, $S)",
                        RuntimeTypes.PAGING,
                        paging.page(),
                        paging.size(),
                        paging.first(),
                        paging.items(),
                        paging.total());
            case "offset" ->
                CodeBlock.of(
                        "$T.offset($S, $S, $S, $S)",
                        RuntimeTypes.PAGING,
                        paging.page(),
                        paging.size(),
                        paging.items(),
                        paging.total());
            case "cursor" ->
                CodeBlock.of(
                        "$T.cursor($S, $S, $S, $S, $S)",
                        RuntimeTypes.PAGING,
                        paging.page(),
                        paging.size(),
                        paging.items(),
                        paging.total(),
                        paging.next());
            default -> throw new AssertionError(paging.style());
        };
    }

    static ParameterSpec parameter(ClientPlan plan, ParameterPlan parameter) {
        return ParameterSpec.builder(Sources.nullable(plan, parameter.java(), parameter.nullable()), parameter.name())
                .build();
    }

    static ParameterSpec options(ClassName options) {
        return ParameterSpec.builder(ParameterizedTypeName.get(ClassName.get(Consumer.class), options), "options")
                .build();
    }

    /** Signature and Javadoc, without modifiers and body. */
    static MethodSpec.Builder signature(
            ClientPlan plan,
            String name,
            List<ParameterPlan> required,
            Optional<ClassName> options,
            ResultPlan result,
            Map<String, TypeName> errors,
            DocPlan docs) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .returns(returns(plan, result))
                .addJavadoc(Javadocs.of(withoutDeprecation(docs)))
                .addJavadoc("\n");
        for (ParameterPlan parameter : required) {
            method.addParameter(parameter(plan, parameter))
                    .addJavadoc(
                            "\n@param $N $L", parameter.name(), Javadocs.parameter(parameter.docs(), label(parameter)));
        }
        options.ifPresent(
                type -> method.addParameter(options(type)).addJavadoc("\n@param options sets the optional parameters"));
        method.addJavadoc(
                "\n@throws $T if the service refuses or cannot be reached$L",
                RuntimeTypes.API_EXCEPTION,
                bodies(errors));
        if (docs.deprecated()) {
            method.addAnnotation(Deprecated.class)
                    .addJavadoc(
                            "\n@deprecated $L",
                            docs.deprecation().isBlank()
                                    ? "The document calls it deprecated."
                                    : Javadocs.phrase(new DocPlan(docs.deprecation(), "", false, ""), ""));
        }
        return method;
    }

    // ; what body(type) makes of its body: 404 {@code Problem}, default {@code Error}
    private static String bodies(Map<String, TypeName> errors) {
        return errors.isEmpty()
                ? ""
                : errors.entrySet().stream()
                        .map(error -> error.getKey() + " {@code " + simple(error.getValue()) + "}")
                        .collect(Collectors.joining(", ", "; bodies, for its {@code body}: ", ""));
    }

    private static String simple(TypeName type) {
        if (type instanceof ParameterizedTypeName parameterized) {
            return parameterized.typeArguments().stream()
                    .map(Calls::simple)
                    .collect(Collectors.joining(", ", parameterized.rawType().simpleName() + "<", ">"));
        }
        return type instanceof ClassName name ? name.simpleName() : type.toString();
    }

    private static DocPlan withoutDeprecation(DocPlan docs) {
        return new DocPlan(docs.text(), docs.spec(), false, "");
    }

    static String label(ParameterPlan parameter) {
        return parameter.wireName().isEmpty()
                ? "what is sent"
                : "{@code " + Javadocs.escape(parameter.wireName()) + "}";
    }

    // .path("sid", sid), .query("page", page), .json(trait), .part("file", file, "image/png")
    static CodeBlock argument(ParameterPlan parameter) {
        return argument(parameter, value(parameter));
    }

    /** An operation of OData takes values as they are: the service's profile says how they are spelled. */
    private static CodeBlock value(ParameterPlan parameter) {
        if (parameter.binding() instanceof ParameterPlan.Argument) {
            return CodeBlock.of("$N", parameter.name());
        }
        return parameter.isTyped()
                ? Values.typed(parameter.name(), parameter.value(), parameter.nullable())
                : Values.parameter(parameter.name(), parameter.value(), parameter.nullable());
    }

    // .query("status", Objects.requireNonNull(status, "status")): the runtime leaves out what is null
    static CodeBlock required(ParameterPlan parameter) {
        CodeBlock value = value(parameter);
        boolean inPath = parameter.binding() instanceof ParameterPlan.Styled styled
                && styled.method().equals("path");
        boolean unchecked = parameter.nullable() || parameter.java().isPrimitive() || inPath;
        return argument(
                parameter,
                unchecked ? value : CodeBlock.of("$T.requireNonNull($L, $S)", Objects.class, value, parameter.name()));
    }

    private static CodeBlock argument(ParameterPlan parameter, CodeBlock value) {
        CodeBlock name = Sources.literal(parameter.wireName());
        if (parameter.binding() instanceof ParameterPlan.Styled styled) {
            return styled.byDefault()
                    ? CodeBlock.of("$N($L, $L)", styled.method(), name, value)
                    : CodeBlock.of("$N($L, $L, $L)", styled.method(), name, value, style(styled));
        }
        if (parameter.binding() instanceof ParameterPlan.Whole whole) {
            String method = whole.orNull() ? "bodyOrNull" : "body";
            return whole.mediaType().equals("application/json") && !whole.orNull()
                    ? CodeBlock.of("json($L)", value)
                    : CodeBlock.of("$N($L, $L)", method, Sources.literal(whole.mediaType()), value);
        }
        if (parameter.binding() instanceof ParameterPlan.Part part) {
            CodeBlock typed = CodeBlock.of("$L, $L, $L", name, value, Sources.literal(part.contentType()));
            return part.style().isEmpty()
                    ? CodeBlock.of("part($L)", typed)
                    : CodeBlock.of("part($L, $L)", typed, style(part.style(), part.explode()));
        }
        if (parameter.binding() instanceof ParameterPlan.Argument argument) {
            return argument.literalType().isEmpty()
                    ? CodeBlock.of("param($L, $L)", name, value)
                    : CodeBlock.of("param($L, $L, $L)", name, value, Sources.literal(argument.literalType()));
        }
        throw new AssertionError(parameter.binding());
    }

    private static CodeBlock style(ParameterPlan.Styled styled) {
        CodeBlock style = style(styled.style(), styled.explode());
        boolean always = styled.method().equals("query");
        return always || (styled.method().equals("path") && styled.allowReserved())
                ? CodeBlock.of("$L, $L", style, styled.allowReserved())
                : style;
    }

    private static CodeBlock style(String style, boolean explode) {
        return CodeBlock.of("$T.$L, $L", RuntimeTypes.PARAM_STYLE, style, explode);
    }
}
