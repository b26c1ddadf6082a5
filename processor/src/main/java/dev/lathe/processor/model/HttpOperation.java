package dev.lathe.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * One call of an OpenAPI document.
 *
 * @param id {@code operationId}, or one made from method and path where it is missing; an operation that can be called in
 *     several forms is in the model once for each, under the same id
 * @param name method name the document asks for ({@code x-lathe-name}), else the id, without what the name of the
 *     resource says already; with a suffix for a further form
 * @param method upper-case HTTP method
 * @param path template with {@code {name}} for path parameters, relative to the server
 * @param body empty when the operation takes none
 * @param responses in document order
 * @param answers type of all successes, told by their status, where these are of several types
 * @param security what the operation asks for where that differs from the rest of the document, in words; else empty
 * @param paging empty when the operation does not page
 * @param server base of this operation where it differs from the document's
 */
public record HttpOperation(
        String id,
        String name,
        String method,
        String path,
        List<Parameter> parameters,
        Optional<Body> body,
        List<Response> responses,
        Optional<TypeRef> answers,
        Optional<Paging> paging,
        String security,
        Optional<String> server,
        Docs docs,
        SpecPath at) {

    public HttpOperation {
        parameters = List.copyOf(parameters);
        responses = List.copyOf(responses);
    }

    /** The answers of success: what {@code default} describes, where the document names no other. */
    public List<Response> successes() {
        List<Response> named = responses.stream().filter(Response::isSuccess).toList();
        boolean elsewhere =
                responses.stream().anyMatch(response -> response.status().startsWith("3"));
        return named.isEmpty() && !elsewhere
                ? responses.stream().filter(Response::isDefault).toList()
                : named;
    }

    /** Where a parameter travels. */
    public enum In {
        PATH,
        QUERY,
        HEADER,
        COOKIE
    }

    /** Serialisation styles of OpenAPI 3.1, section 4.8.12.2. */
    public enum Style {
        SIMPLE,
        LABEL,
        MATRIX,
        FORM,
        SPACE_DELIMITED,
        PIPE_DELIMITED,
        /** Swagger 2.0's {@code collectionFormat: tsv}. */
        TAB_DELIMITED,
        DEEP_OBJECT,
        /** Described by {@code content}: the value travels as JSON. */
        JSON,
        /** Of multipart bodies: a file as it is, an object as JSON, each item of a list as a part of its own. */
        PART
    }

    /** A parameter outside of the body. */
    public record Parameter(
            String wireName,
            In in,
            TypeRef type,
            boolean required,
            Style style,
            boolean explode,
            boolean allowReserved,
            Docs docs,
            SpecPath at) {}

    /**
     * What a request carries.
     *
     * @param mediaType the one that is sent, chosen by the front end: JSON before form before the rest
     * @param others media types that the service takes as well, in the same form
     * @param json whether it travels as JSON
     * @param nullable whether JSON's {@code null} is a body too
     * @param fields fields of a form or parts of a multipart body, else empty; {@code type} is then their object
     */
    public record Body(
            boolean required,
            String mediaType,
            List<String> others,
            TypeRef type,
            boolean json,
            boolean nullable,
            List<Field> fields,
            Docs docs,
            SpecPath at) {
        public Body {
            others = List.copyOf(others);
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field of a form ({@code application/x-www-form-urlencoded}) or a part ({@code multipart/form-data}).
     *
     * @param wireName empty for a map of all the fields that the document does not name
     * @param contentType of a part; empty for the default of its type
     */
    public record Field(
            String wireName,
            TypeRef type,
            boolean required,
            Style style,
            boolean explode,
            String contentType,
            Docs docs,
            SpecPath at) {}

    /**
     * An answer.
     *
     * @param status {@code 200}, {@code 2XX} or {@code default}
     * @param mediaType the one that is read; empty without a body
     * @param type empty without a body
     * @param nullable whether JSON's {@code null} is an answer too
     * @param form how the body travels
     * @param headers that the document describes
     */
    public record Response(
            String status,
            String mediaType,
            Optional<TypeRef> type,
            boolean nullable,
            Form form,
            List<Header> headers,
            Docs docs,
            SpecPath at) {

        public Response {
            headers = List.copyOf(headers);
        }

        public boolean isSuccess() {
            return status.startsWith("2");
        }

        public boolean isDefault() {
            return status.equals("default");
        }
    }

    /** How the body of an answer travels. */
    public enum Form {
        /** One JSON value. */
        JSON,
        /** JSON values one after the other, each read as it arrives. */
        ITEMS,
        /** Server-sent events, each with JSON in it. */
        EVENTS,
        TEXT,
        BYTES
    }

    /**
     * A header of an answer.
     *
     * @param notation how the value is spelled
     */
    public record Header(String wireName, TypeRef type, Notation notation, Docs docs, SpecPath at) {}

    /** How a value stands in a header. */
    public enum Notation {
        JSON,
        /** {@code a,1,b,2} for an object. */
        SIMPLE,
        /** {@code a=1,b=2} for an object. */
        EXPLODED
    }

    /**
     * How a list is fetched page by page ({@code x-lathe-paging}).
     *
     * @param style {@code page-number}, {@code offset} or {@code cursor}
     * @param page query parameter that takes the page number, the offset or the cursor
     * @param size query parameter that takes the page size; empty when there is none
     * @param first number of the first page
     * @param items member that holds the items when the answer is an object
     * @param total member that holds the total; empty when there is none
     * @param next member that holds the next cursor; empty but for {@code cursor}
     */
    public record Paging(
            String style, String page, String size, int first, String items, String total, String next, TypeRef item) {}
}
