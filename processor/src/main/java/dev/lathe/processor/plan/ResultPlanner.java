package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.HttpOperation.Form;
import dev.lathe.processor.model.HttpOperation.Header;
import dev.lathe.processor.model.HttpOperation.Notation;
import dev.lathe.processor.model.HttpOperation.Response;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plans what comes back from an operation of OpenAPI: values, headers, bodies of errors. */
final class ResultPlanner {

    private static final Pattern PLAIN_JSON = Pattern.compile("(?i)application/json(?: *; *charset=[^;,]*)?");

    private final ApiModel model;
    private final Values values;
    private final List<UnionPlan> unions;

    ResultPlanner(ApiModel model, Values values, List<UnionPlan> unions) {
        this.model = model;
        this.values = values;
        this.unions = unions;
    }

    /** The answer of the lowest success status that has a body, or the answers of all of them. */
    ResultPlan result(HttpOperation operation) {
        Optional<Response> answer = answer(operation);
        // What a HEAD says of a body is about the one that GET would bring (RFC 9110, section 9.3.2).
        if (answer.isEmpty() || operation.method().equals("HEAD")) {
            return new ResultPlan.None();
        }
        if (operation.paging().isPresent()) {
            HttpOperation.Paging p = operation.paging().get();
            return new ResultPlan.Paged(
                    values.of(p.item()),
                    new ResultPlan.PagingPlan(
                            p.style(), p.page(), p.size(), p.first(), p.items(), p.total(), p.next()));
        }
        // Of all the statuses that default stands for, some have no body: 204 at least.
        boolean nullable =
                operation.successes().stream().anyMatch(r -> r.type().isEmpty() || r.isDefault() || r.nullable());
        if (operation.answers().isPresent()) {
            return byStatus(operation, operation.answers().get(), nullable);
        }
        ValuePlan value = values.of(answer.get().type().orElseThrow());
        return switch (answer.get().form()) {
            case TEXT -> new ResultPlan.Text();
            case BYTES -> new ResultPlan.Bytes();
            case ITEMS -> new ResultPlan.Items(value, false);
            case EVENTS -> new ResultPlan.Items(value, true);
            case JSON -> new ResultPlan.Value(value, nullable);
        };
    }

    private static Optional<Response> answer(HttpOperation operation) {
        return operation.successes().stream()
                .filter(r -> r.type().isPresent())
                .min(Comparator.comparing(Response::status));
    }

    private ResultPlan byStatus(HttpOperation operation, TypeRef answers, boolean nullable) {
        ValuePlan union = values.of(answers);
        UnionPlan plan = unions.stream()
                .filter(u -> u.name().equals(union.java()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no union was planned for " + operation.id()));
        List<ResultPlan.StatusCase> cases = new ArrayList<>();
        for (Response response : operation.successes()) {
            response.type()
                    .map(values::of)
                    .ifPresent(value ->
                            cases.add(new ResultPlan.StatusCase(response.status(), value, wrapper(plan, value))));
        }
        return new ResultPlan.ByStatus(union, cases, nullable);
    }

    private static Optional<ClassName> wrapper(UnionPlan union, ValuePlan value) {
        if (value instanceof ValuePlan.Declared declared && union.objects().contains(declared.java())) {
            return Optional.empty();
        }
        return Optional.of(union.wrapped().stream()
                .filter(w -> w.value().equals(value))
                .map(UnionPlan.Wrapped::name)
                .findFirst()
                .orElse(union.unknown()));
    }

    /** Media types to ask for; empty for the runtime's default. */
    String accept(HttpOperation operation) {
        Optional<Response> answer = answer(operation);
        if (answer.isEmpty() || answer.get().form() != Form.JSON) {
            return answer.map(Response::mediaType).orElse("");
        }
        String accept = operation.successes().stream()
                .filter(r -> r.type().isPresent() && r.form() == Form.JSON)
                .map(Response::mediaType)
                .distinct()
                .collect(Collectors.joining(", "));
        return PLAIN_JSON.matcher(accept).matches() ? "" : accept;
    }

    /** By status, what the JSON of errors is. */
    Map<String, TypeName> errors(HttpOperation operation) {
        Map<String, TypeName> errors = new LinkedHashMap<>();
        for (Response response : operation.responses()) {
            if (!response.isSuccess() && response.form() == Form.JSON) {
                response.type()
                        .map(values::of)
                        .filter(value -> !value.java().equals(RuntimeTypes.JSON_VALUE))
                        .ifPresent(value -> errors.put(response.status(), value.java()));
            }
        }
        return errors;
    }

    /** A constant for each header that answers of the operations have; one for all headers of one name and type. */
    List<ResourcePlan.HeaderPlan> headers(List<HttpOperation> operations) {
        Scope constants = Scope.ofMembers();
        Set<String> known = new HashSet<>();
        List<ResourcePlan.HeaderPlan> headers = new ArrayList<>();
        for (HttpOperation operation : operations) {
            for (Response response : operation.responses()) {
                for (Header header : response.headers()) {
                    ValuePlan value = headerValue(header);
                    String factory = factory(header, value);
                    if (known.add(header.wireName().toLowerCase(Locale.ROOT) + " " + value.java() + factory)) {
                        headers.add(new ResourcePlan.HeaderPlan(
                                constants.take(Identifiers.constant(header.wireName())),
                                header.wireName(),
                                value,
                                factory.equals("ofList") ? ((ValuePlan.Listed) value).item() : value,
                                factory,
                                DocPlan.of(
                                        header.docs(),
                                        header.at(),
                                        "The header " + header.wireName() + " of an answer.")));
                    }
                }
            }
        }
        return headers;
    }

    /** What may be one thing or another is left to the caller, as text. */
    private ValuePlan headerValue(Header header) {
        boolean readable = header.notation() == Notation.JSON
                || isSingle(header.type())
                || isObject(header.type())
                || (header.type() instanceof TypeRef.ListOf list && isSingle(list.item()));
        return values.of(readable ? header.type() : TypeRef.STRING);
    }

    private String factory(Header header, ValuePlan value) {
        if (header.notation() == Notation.JSON) {
            return "ofJson";
        }
        if (isObject(header.type())) {
            return header.notation() == Notation.EXPLODED ? "ofExploded" : "ofObject";
        }
        return value instanceof ValuePlan.Listed ? "ofList" : "of";
    }

    private boolean isObject(TypeRef type) {
        if (type instanceof TypeRef.Named named) {
            Optional<TypeDecl> decl = model.type(named.id());
            return decl.isPresent() && decl.get() instanceof ObjectDecl;
        }
        return type instanceof TypeRef.MapOf;
    }

    private boolean isSingle(TypeRef type) {
        if (type instanceof TypeRef.Named named) {
            Optional<TypeDecl> decl = model.type(named.id());
            return decl.isPresent() && decl.get() instanceof EnumDecl;
        }
        return type instanceof TypeRef.Scalar;
    }
}
