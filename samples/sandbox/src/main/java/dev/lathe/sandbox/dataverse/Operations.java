package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceAction;
import org.apache.olingo.server.api.uri.UriResourceFunction;

/** The functions and actions that do something here; the rest of a document's is 501. */
final class Operations {

    private final Map<String, Supplier<Map<String, Object>>> functions = new LinkedHashMap<>();

    Operations(UUID user, UUID businessUnit, UUID organization) {
        functions.put("WhoAmI", () -> {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("BusinessUnitId", businessUnit);
            result.put("UserId", user);
            result.put("OrganizationId", organization);
            return result;
        });
        functions.put("RetrieveVersion", () -> Map.of("Version", "9.2.24112.0"));
    }

    Answer answer(DataverseCall call, Target.Operation target) {
        UriResource part = target.operation();
        String wanted = part instanceof UriResourceAction ? "POST" : "GET";
        if (!call.call().method().equals(wanted)) {
            throw DataverseError.methodNotAllowed("Functions are called with GET, actions with POST.");
        }
        Supplier<Map<String, Object>> function =
                target.binding() == null ? functions.get(part.getSegmentValue()) : null;
        if (!(part instanceof UriResourceFunction called) || function == null) {
            throw DataverseError.notImplemented("'" + part.getSegmentValue() + "' is not implemented in the sandbox.");
        }
        String type = called.getType().getFullQualifiedName().getFullQualifiedNameAsString();
        return Answers.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", call.root() + "/$metadata#" + type);
            function.get().forEach((name, value) -> {
                json.writeName(name);
                Json.value(json, value);
            });
            json.writeEndObject();
        }));
    }
}
