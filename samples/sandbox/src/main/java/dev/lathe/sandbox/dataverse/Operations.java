package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.olingo.commons.api.edm.EdmReturnType;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceAction;
import org.apache.olingo.server.api.uri.UriResourceFunction;
import org.jspecify.annotations.Nullable;

/** The functions and actions that do something here, or that a test answers; the rest of a document's is 501. */
final class Operations {

    private final Map<String, Function<? super OperationRequest, ? extends @Nullable Object>> known =
            new ConcurrentHashMap<>();
    private final Parameters parameters;

    Operations(Parameters parameters, UUID user, UUID businessUnit, UUID organization) {
        this.parameters = parameters;
        add("WhoAmI", request -> {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("BusinessUnitId", businessUnit);
            result.put("UserId", user);
            result.put("OrganizationId", organization);
            return result;
        });
        add("RetrieveVersion", request -> Map.of("Version", "9.2.24112.0"));
    }

    /** @param answer null for nothing; a map for an object, a list for a collection, anything else for a bare value */
    void add(String name, Function<? super OperationRequest, ? extends @Nullable Object> answer) {
        known.put(name, answer);
    }

    Answer answer(DataverseCall call, Target.Operation target) {
        UriResource part = target.operation();
        String wanted = part instanceof UriResourceAction ? "POST" : "GET";
        if (!call.call().method().equals(wanted)) {
            throw DataverseError.methodNotAllowed("Functions are called with GET, actions with POST.");
        }
        FullQualifiedName qualified = part instanceof UriResourceFunction function
                ? function.getFunction().getFullQualifiedName()
                : ((UriResourceAction) part).getAction().getFullQualifiedName();
        String name = qualified.getName();
        Function<? super OperationRequest, ? extends @Nullable Object> answer = known.get(name);
        if (answer == null) {
            throw DataverseError.notImplemented("'" + name + "' is not implemented in the sandbox.");
        }
        String path = call.path();
        int end = target.binding() == null ? 0 : path.lastIndexOf("/" + qualified);
        OperationRequest request = new OperationRequest(
                name,
                end == 0 ? "" : path.substring(1, end),
                call.root(),
                target.binding(),
                part instanceof UriResourceFunction function
                        ? parameters.of(call, function)
                        : parameters.of(call, ((UriResourceAction) part).getAction()));
        return written(call, returnType(part), answer.apply(request));
    }

    private static @Nullable EdmReturnType returnType(UriResource part) {
        return part instanceof UriResourceFunction function
                ? function.getFunction().getReturnType()
                : ((UriResourceAction) part).getAction().getReturnType();
    }

    private static Answer written(DataverseCall call, @Nullable EdmReturnType type, @Nullable Object result) {
        if (result == null || type == null) {
            return Answers.noContent();
        }
        String name = type.getType().getFullQualifiedName().getFullQualifiedNameAsString();
        return Answers.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty(
                    "@odata.context",
                    call.root() + "/$metadata#" + (type.isCollection() ? "Collection(" + name + ")" : name));
            if (result instanceof Map<?, ?> members) {
                members.forEach((member, value) -> {
                    json.writeName(member.toString());
                    Json.value(json, value);
                });
            } else {
                json.writeName("value");
                Json.value(json, result instanceof Iterable<?> items ? listOf(items) : result);
            }
            json.writeEndObject();
        }));
    }

    private static List<Object> listOf(Iterable<?> items) {
        List<Object> list = new ArrayList<>();
        items.forEach(list::add);
        return list;
    }
}
