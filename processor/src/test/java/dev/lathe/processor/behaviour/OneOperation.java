package dev.lathe.processor.behaviour;

import java.nio.file.Path;

/** A document with one operation, {@code post /x}. */
final class OneOperation {

    private OneOperation() {}

    /**
     * What a generated client sends for it.
     *
     * @param operation the rest of the operation
     * @param code calls {@code api.x().send(...)}
     */
    static Service.Asked sent(Service service, Path folder, String operation, String code) throws Exception {
        service.answers(204, "", "");
        Client.openApi(folder, api(operation), code + "\nreturn null;").run(service.base());
        return service.only();
    }

    static String api(String operation) {
        return """
                openapi: 3.1.0
                info: {title: T, version: "1"}
                paths:
                  /x:
                    post:
                      tags: [x]
                      operationId: send
                      responses: {'204': {description: done}}
                %s
                components:
                  schemas:
                    Address: {type: object, properties: {street: {type: string}, geo: {$ref: '#/components/schemas/Geo'}}}
                    Geo: {type: object, properties: {lat: {type: number}, lon: {type: number}}}
                """.formatted(operation.indent(6).stripTrailing());
    }
}
