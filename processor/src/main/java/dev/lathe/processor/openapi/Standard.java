package dev.lathe.processor.openapi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The objects of OpenAPI 2.0 and 3.x as a table, from which a document is checked.
 *
 * <p>A member holds {@code text}, a {@code flag}, a list of {@code texts}, {@code any} value, an object of the table,
 * a {@code [list]} or a {@code {map}} of these. {@code -} marks what does not reach a client, {@code !} the same where
 * its author may have expected otherwise.
 */
final class Standard {

    // Parameters and responses of 2.0 are found in 3.x documents too, so that both share one description.
    private static final String SHARED = """
            info: title=text version=text description=text summary=text termsOfService=- contact=- license=-
            tag: name=text description=text summary=- externalDocs=- parent=- kind=-
            server: url=text description=text name=- variables={variable}
            variable: default=text description=text enum=texts
            path: $ref=- summary=text description=text servers=[server] parameters=[parameter]
            path: get=operation put=operation post=operation delete=operation options=operation head=operation
            path: patch=operation trace=operation query=! additionalOperations=!
            operation: tags=texts summary=text description=text externalDocs=- operationId=text requestBody=body
            operation: parameters=[parameter] responses={response} callbacks=! deprecated=flag security=security
            operation: servers=[server] consumes=texts produces=texts schemes=-
            parameter: name=text in=text description=text required=flag deprecated=flag allowEmptyValue=-
            parameter: style=text explode=flag allowReserved=flag schema=schema content={media} example=- examples=-
            parameter: type=types format=text items=schema enum=any default=any collectionFormat=text
            parameter: minimum=any maximum=any exclusiveMinimum=- exclusiveMaximum=- minLength=- maxLength=-
            parameter: pattern=- minItems=- maxItems=- uniqueItems=- multipleOf=- nullable=flag title=-
            body: description=text content={media} required=flag
            media: schema=schema itemSchema=schema example=- examples=- encoding={encoding} prefixEncoding=-
            media: itemEncoding=- description=-
            encoding: contentType=text headers=! style=text explode=flag allowReserved=flag encoding=-
            encoding: prefixEncoding=- itemEncoding=-
            response: description=text summary=- headers={header} content={media} links=! schema=schema examples=-
            header: description=text required=flag deprecated=flag style=text explode=flag schema=schema content={media}
            header: example=- examples=- type=types format=text items=schema enum=any default=any collectionFormat=text
            header: minimum=any maximum=any exclusiveMinimum=- exclusiveMaximum=- minLength=- maxLength=- pattern=-
            header: minItems=- maxItems=- uniqueItems=- multipleOf=- allowReserved=- allowEmptyValue=-
            securityScheme: type=text description=text name=text in=text scheme=text bearerFormat=- openIdConnectUrl=-
            securityScheme: flows=flows flow=text authorizationUrl=- tokenUrl=text scopes=any deprecated=flag
            securityScheme: oauth2MetadataUrl=-
            flows: implicit=flow password=flow clientCredentials=flow authorizationCode=flow deviceAuthorization=flow
            flow: authorizationUrl=- tokenUrl=text refreshUrl=- scopes=any deviceAuthorizationUrl=-
            discriminator: propertyName=text mapping=mapping defaultMapping=!
            schema: type=types format=text title=text description=text enum=any const=any default=any required=names
            schema: properties={schema} patternProperties={schema} additionalProperties=open items=items
            schema: prefixItems=[schema] additionalItems=- allOf=[schema] oneOf=[schema] anyOf=[schema] not=!
            schema: nullable=flag readOnly=flag writeOnly=flag deprecated=flag discriminator=discriminator
            schema: contentEncoding=text contentMediaType=text contentSchema=- minimum=any maximum=any
            schema: exclusiveMinimum=- exclusiveMaximum=- multipleOf=- minLength=- maxLength=- pattern=- minItems=-
            schema: maxItems=- uniqueItems=- minProperties=- maxProperties=- propertyNames=- contains=-
            schema: minContains=- maxContains=- unevaluatedItems=- unevaluatedProperties=- dependentRequired=-
            schema: dependentSchemas={schema} dependencies=- if=! then=schema else=schema $schema=dialect $id=- id=- $anchor=-
            schema: $dynamicAnchor=- $dynamicRef=! $vocabulary=- $comment=- $defs=- definitions=- xml=-
            schema: externalDocs=- example=- examples=- collectionFormat=-
            """;

    private static final String THREE = """
            document: openapi=text info=info servers=[server] paths={path} components=components tags=[tag]
            document: jsonSchemaDialect=dialect security=security externalDocs=- webhooks=! $self=-
            components: schemas={schema} parameters={parameter} responses={response} requestBodies={body}
            components: headers=- examples=- securitySchemes={securityScheme} links=- callbacks=- pathItems=- mediaTypes=-
            """;

    private static final String TWO = """
            document: swagger=text info=info host=text basePath=text schemes=texts consumes=texts produces=texts
            document: paths={path} definitions={schema} parameters={parameter} responses={response} tags=[tag]
            document: securityDefinitions={securityScheme} security=security externalDocs=-
            """;

    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private Standard(String... tables) {
        for (String table : tables) {
            table.lines().forEach(this::add);
        }
    }

    static Standard of(SpecVersion version) {
        return new Standard(SHARED, version == SpecVersion.V2 ? TWO : THREE);
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon);
        Map<String, String> members = shapes.computeIfAbsent(name, n -> new Shape(n, new LinkedHashMap<>()))
                .members();
        Arrays.stream(line.substring(colon + 2).split(" ", -1)).forEach(member -> {
            int equals = member.indexOf('=');
            members.put(member.substring(0, equals), member.substring(equals + 1));
        });
    }

    /** The object of that name. */
    Shape shape(String name) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("the standard has no object " + name);
        }
        return shape;
    }
}
