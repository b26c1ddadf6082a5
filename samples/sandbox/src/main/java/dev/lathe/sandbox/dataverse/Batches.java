package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import dev.lathe.sandbox.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.olingo.commons.api.ex.ODataException;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataRequest;
import org.apache.olingo.server.api.ODataResponse;
import org.apache.olingo.server.api.deserializer.batch.BatchOptions;
import org.apache.olingo.server.api.deserializer.batch.BatchRequestPart;
import org.apache.olingo.server.api.deserializer.batch.ODataResponsePart;
import org.jspecify.annotations.Nullable;

/** Answers {@code $batch}: Olingo takes the body apart and puts the answer's together; requests run in their order. */
final class Batches {

    private static final int MOST_REQUESTS = 1000;
    private static final Pattern REFERENCED_PATH = Pattern.compile("/\\$(\\d+)(.*)");
    private static final Pattern REFERENCE = Pattern.compile("\"\\$(\\d+)\"");

    private final OData odata = OData.newInstance();
    private final Store store;
    private final Function<Call, Answer> serve;

    /** @param serve answers a single request */
    Batches(Store store, Function<Call, Answer> serve) {
        this.store = store;
        this.serve = serve;
    }

    Answer answer(DataverseCall call) {
        if (!call.call().method().equals("POST")) {
            throw DataverseError.methodNotAllowed("A batch is sent with POST.");
        }
        List<BatchRequestPart> parts = parts(call);
        if (parts.stream().mapToInt(part -> part.getRequests().size()).sum() > MOST_REQUESTS) {
            throw DataverseError.query("The batch has more than " + MOST_REQUESTS + " requests.");
        }
        boolean continuing = call.call().headers().elements("Prefer").contains("odata.continue-on-error");
        List<ODataResponsePart> answers = new ArrayList<>();
        int status = 200;
        for (BatchRequestPart part : parts) {
            ODataResponsePart answer = part.isChangeSet()
                    ? changeSet(call, part.getRequests())
                    : new ODataResponsePart(
                            response(serve(call, part.getRequests().get(0), Map.of()), null), false);
            answers.add(answer);
            int last = answer.getResponses().get(0).getStatusCode();
            if (last >= 400 && !continuing) {
                status = last;
                break;
            }
        }
        return written(status, answers);
    }

    private List<BatchRequestPart> parts(DataverseCall call) {
        String type = call.header("Content-Type").orElse("");
        Matcher boundary = Pattern.compile("boundary=\"?([^\";]+)\"?").matcher(type);
        if (!type.startsWith("multipart/mixed") || !boundary.find()) {
            throw DataverseError.query("A batch has the content type multipart/mixed with a boundary.");
        }
        BatchOptions options = BatchOptions.with()
                .rawBaseUri(call.root())
                .rawServiceResolutionUri("")
                .isStrict(true)
                .build();
        try {
            return odata.createFixedFormatDeserializer()
                    .parseBatchRequest(new ByteArrayInputStream(call.call().body()), boundary.group(1), options);
        } catch (ODataException e) {
            throw DataverseError.query("The batch is malformed. " + e.getMessage());
        }
    }

    /** Thrown to take back what a change set has done so far. */
    private static final class FailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        FailedException(Answer answer) {
            super("A request of the change set failed", null, false, false);
            this.answer = answer;
        }
    }

    private ODataResponsePart changeSet(DataverseCall call, List<ODataRequest> requests) {
        try {
            return store.transaction(() -> {
                Map<String, String> created = new HashMap<>();
                List<ODataResponse> responses = new ArrayList<>();
                for (ODataRequest request : requests) {
                    String id = request.getHeader("Content-ID");
                    Answer answer = serve(call, request, created);
                    if (answer.status() >= 400) {
                        throw new FailedException(answer);
                    }
                    answer.headers().stream()
                            .filter(header -> header.getKey().equals("OData-EntityId"))
                            .forEach(header -> created.put(id, header.getValue()));
                    responses.add(response(answer, id));
                }
                return new ODataResponsePart(responses, true);
            });
        } catch (FailedException e) {
            return new ODataResponsePart(response(e.answer, null), false);
        }
    }

    /** @param created URLs of the rows that the change set has created, by Content-ID */
    private Answer serve(DataverseCall batch, ODataRequest request, Map<String, String> created) {
        String root = batch.root().substring(batch.call().origin().length());
        String path = request.getRawODataPath();
        Matcher referenced = REFERENCED_PATH.matcher(path);
        try {
            if (referenced.matches()) {
                path = url(created, referenced.group(1)).substring(batch.root().length()) + referenced.group(2);
            }
            Map<String, List<String>> headers = new HashMap<>(request.getAllHeaders());
            headers.remove("Content-ID");
            return Answers.finish(serve.apply(new Call(
                    request.getMethod().name(),
                    batch.call().origin(),
                    root + path,
                    request.getRawQueryPath() == null ? "" : request.getRawQueryPath(),
                    Headers.of(headers),
                    body(request, created))));
        } catch (DataverseError e) {
            return Answers.finish(Answers.error(e));
        }
    }

    private static byte[] body(ODataRequest request, Map<String, String> created) {
        if (request.getBody() == null) {
            return new byte[0];
        }
        try (InputStream in = request.getBody()) {
            byte[] body = in.readAllBytes();
            if (created.isEmpty()) {
                return body;
            }
            return REFERENCE
                    .matcher(new String(body, StandardCharsets.UTF_8))
                    .replaceAll(found -> Matcher.quoteReplacement("\"" + url(created, found.group(1)) + "\""))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw DataverseError.payload("The body of a request in the batch cannot be read.");
        }
    }

    private static String url(Map<String, String> created, String id) {
        String url = created.get(id);
        if (url == null) {
            throw DataverseError.query("Content-ID Reference: '$" + id + "' does not exist in the batch context.");
        }
        return url;
    }

    private static ODataResponse response(Answer answer, @Nullable String contentId) {
        var response = new ODataResponse();
        response.setStatusCode(answer.status());
        answer.headers().forEach(header -> response.addHeader(header.getKey(), header.getValue()));
        if (contentId != null) {
            response.setHeader("Content-ID", contentId);
        }
        if (answer.body().length > 0) {
            response.setContent(new ByteArrayInputStream(answer.body()));
        }
        return response;
    }

    private Answer written(int status, List<ODataResponsePart> answers) {
        String boundary = "batchresponse_" + UUID.randomUUID();
        try (InputStream in = odata.createFixedFormatSerializer().batchResponse(answers, boundary)) {
            return Answer.of(status, "multipart/mixed; boundary=" + boundary, in.readAllBytes());
        } catch (ODataException | IOException e) {
            throw new IllegalStateException("The answer to a batch cannot be written", e);
        }
    }
}
