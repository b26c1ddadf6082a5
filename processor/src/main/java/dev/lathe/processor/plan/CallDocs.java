package dev.lathe.processor.plan;

import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.HttpOperation.Body;
import dev.lathe.processor.model.HttpOperation.Form;
import dev.lathe.processor.model.HttpOperation.Response;
import java.util.List;

/** The Javadoc of a call: the document's words, and what a caller cannot see in the signature. */
final class CallDocs {

    private CallDocs() {}

    static DocPlan of(HttpOperation operation) {
        DocPlan docs = DocPlan.of(operation.docs(), operation.at(), operation.method() + " " + operation.path());
        String words = docs.text();
        List<String> paragraphs = List.of(
                form(operation, words),
                operation.security().isEmpty() ? "" : "Credentials: " + operation.security() + ".",
                operation.server().map(CallDocs::server).orElse(""),
                answersNobodyDescribes(operation)
                        ? "The document does not say what the answer holds, so none of it is read."
                                + " The client's method withResponse tells it as it came."
                        : "",
                bytes(operation),
                operation.body().map(CallDocs::otherTypes).orElse(""));
        for (String paragraph : paragraphs) {
            docs = paragraph.isEmpty() ? docs : docs.and(paragraph);
        }
        return docs;
    }

    /** A form has no parameter of its own where this could stand. */
    private static String form(HttpOperation operation, String words) {
        return operation
                .body()
                .filter(body -> !body.fields().isEmpty())
                .map(body -> body.docs().text())
                .filter(text -> !words.contains(text))
                .orElse("");
    }

    private static String server(String server) {
        return "Goes to " + server
                + (ServerPlanner.hasHost(server)
                        ? ", if the client is connected to a server of the document."
                        : ", relative to the client's base address.");
    }

    /** Whoever gets something and receives nothing wonders; with status 204 or 205 there is nothing. */
    private static boolean answersNobodyDescribes(HttpOperation operation) {
        List<Response> successes =
                operation.responses().stream().filter(Response::isSuccess).toList();
        return operation.method().equals("GET")
                && successes.stream().allMatch(response -> response.type().isEmpty())
                && !successes.stream().allMatch(response -> response.status().matches("20[45]"));
    }

    private static String bytes(HttpOperation operation) {
        return operation.successes().stream()
                .filter(response -> response.form() == Form.BYTES)
                .map(Response::mediaType)
                .findFirst()
                .filter(types -> types.contains(", "))
                .map(types ->
                        "Asks for " + types + "; a header Accept among the client's settings asks for one of them.")
                .orElse("");
    }

    private static String otherTypes(Body body) {
        return body.others().isEmpty()
                ? ""
                : "Sent as " + body.mediaType() + "; the service takes " + String.join(", ", body.others())
                        + " as well, which a header Content-Type among the client's settings asks for.";
    }
}
