package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import org.apache.olingo.commons.api.edm.EdmEntitySet;

/** The list of entity sets at the service root. */
final class ServiceDocument {

    private final Schema schema;

    ServiceDocument(Schema schema) {
        this.schema = schema;
    }

    Answer answer(DataverseCall call) {
        return Answers.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("@odata.context", call.root() + "/$metadata");
            json.writeArrayPropertyStart("value");
            for (EdmEntitySet set : schema.edm().getEntityContainer().getEntitySets()) {
                json.writeStartObject();
                json.writeStringProperty("name", set.getName());
                json.writeStringProperty("kind", "EntitySet");
                json.writeStringProperty("url", set.getName());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }
}
