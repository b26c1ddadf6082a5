package dev.lathe.sandbox.dataverse;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.olingo.commons.api.edm.EdmAction;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmParameter;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.commons.api.edm.constants.EdmTypeKind;
import org.apache.olingo.server.api.uri.UriParameter;
import org.apache.olingo.server.api.uri.UriResourceFunction;
import org.apache.olingo.server.api.uri.queryoption.AliasQueryOption;
import tools.jackson.databind.JsonNode;

/** Reads the parameters of functions and actions as JSON, and refuses what their declarations do not allow. */
final class Parameters {

    private final Schema schema;

    Parameters(Schema schema) {
        this.schema = schema;
    }

    /** Of a URL; which overload is meant and whether a parameter is missing Olingo has found out already. */
    Map<String, JsonNode> of(DataverseCall call, UriResourceFunction function) {
        Map<String, AliasQueryOption> aliases = call.aliases();
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (UriParameter sent : function.getParameters()) {
            AliasQueryOption alias = aliases.get(sent.getAlias());
            String text = alias != null ? alias.getText() : sent.getAlias() != null ? "null" : sent.getText();
            EdmParameter declared = function.getFunction().getParameter(sent.getName());
            JsonNode value = literal(declared, text);
            checkRows(declared, value, "@odata.id");
            values.put(sent.getName(), value);
        }
        return values;
    }

    private static JsonNode literal(EdmParameter declared, String text) {
        if (declared.isCollection() || isStructured(declared.getType())) {
            // Single quotes are as good as double ones around names and values of a reference.
            return text.equals("null")
                    ? Json.node(null)
                    : Json.object(("{\"value\":" + withDoubleQuotes(text) + "}").getBytes(StandardCharsets.UTF_8))
                            .path("value");
        }
        return Json.node(Values.fromLiteral(declared.getType(), text));
    }

    private static String withDoubleQuotes(String text) {
        return text.startsWith("{'") ? text.replace('\'', '"') : text;
    }

    /** Of a body. */
    Map<String, JsonNode> of(DataverseCall call, EdmAction action) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        if (call.call().body().length > 0) {
            Json.object(call.call().body()).forEachEntry(values::put);
        }
        List<String> names = action.getParameterNames();
        for (String name : names.subList(action.isBound() ? 1 : 0, names.size())) {
            EdmParameter declared = action.getParameter(name);
            JsonNode value = values.get(name);
            if (value == null || value.isNull()) {
                if (!declared.isNullable()) {
                    throw DataverseError.query("The request message has no value for the parameter '" + name
                            + "', which may not be null.");
                }
            } else {
                checkRows(declared, value, "@odata.type");
            }
        }
        values.keySet().stream()
                .filter(name -> !names.contains(name) || action.isBound() && name.equals(names.get(0)))
                .findFirst()
                .ifPresent(name -> {
                    throw DataverseError.query("Request message has unresolved parameters: " + name);
                });
        return values;
    }

    private static boolean isStructured(EdmType type) {
        return type.getKind() == EdmTypeKind.ENTITY || type.getKind() == EdmTypeKind.COMPLEX;
    }

    /** A row whose declared type is a base type says what it is. */
    private void checkRows(EdmParameter declared, JsonNode value, String needed) {
        if (!(declared.getType() instanceof EdmEntityType type) || value.isNull()) {
            return;
        }
        if (value.isArray() != declared.isCollection()) {
            throw DataverseError.query("The parameter '" + declared.getName() + "' takes "
                    + (declared.isCollection() ? "an array." : "a single value."));
        }
        for (JsonNode row : value.isArray() ? value.values() : List.of(value)) {
            if (row.has("@odata.id")) {
                continue;
            }
            String name = row.path("@odata.type").asString("");
            if (type.isAbstract() && (name.isEmpty() || needed.equals("@odata.id"))) {
                throw DataverseError.query("EdmEntityObject passed should have the key property value set.");
            }
            if (!name.isEmpty()
                    && schema.type(name.startsWith("#") ? name.substring(1) : name)
                            .filter(actual -> Schema.isA(actual, type))
                            .isEmpty()) {
                throw DataverseError.query("A type named '" + name + "' could not be resolved by the model.");
            }
        }
    }
}
