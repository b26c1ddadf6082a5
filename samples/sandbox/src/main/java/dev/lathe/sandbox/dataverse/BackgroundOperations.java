package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Answer;
import dev.lathe.sandbox.http.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Operations that were asked for with {@code Prefer: respond-async}: carried out at once, but told only to who asks twice
 * at the status monitor, {@code /api/backgroundoperation/{id}}. Safe for use by many threads.
 */
final class BackgroundOperations {

    private static final Pattern MONITOR = Pattern.compile("/api/backgroundoperation/([0-9a-f-]{36})");
    private static final JsonMapper JSON = new JsonMapper();

    private static final int LOCKED = 2;
    private static final int COMPLETED = 3;
    private static final int IN_PROGRESS = 20;
    private static final int SUCCEEDED = 30;
    private static final int FAILED = 31;
    private static final int CANCELED = 32;

    /** What the operation answered, and how often somebody asked for it. */
    private record Started(Answer answer, int asked, boolean canceled) {

        Started askedAgain() {
            return new Started(answer, asked + 1, canceled);
        }

        Started cancel() {
            return new Started(answer, asked, true);
        }
    }

    private final Map<String, Started> operations = new ConcurrentHashMap<>();

    static boolean isMonitor(String path) {
        return MONITOR.matcher(path).matches();
    }

    /** The 202 in place of what the operation answered. */
    Answer accepted(Call call, Answer answer) {
        String id = UUID.randomUUID().toString();
        operations.put(id, new Started(answer, 0, false));
        return Answer.of(202)
                .with("Location", call.origin() + "/api/backgroundoperation/" + id)
                .with("x-ms-dyn-backgroundoperationid", id)
                .with("Preference-Applied", "respond-async");
    }

    Answer monitor(Call call) {
        Matcher path = MONITOR.matcher(call.path());
        String id = path.matches() ? path.group(1) : "";
        Optional<Started> started = Optional.ofNullable(
                switch (call.method()) {
                    case "GET" -> operations.computeIfPresent(id, (key, known) -> known.askedAgain());
                    case "DELETE" -> operations.computeIfPresent(id, (key, known) -> known.cancel());
                    default -> throw DataverseError.methodNotAllowed("The status monitor is read or deleted.");
                });
        return started.map(known -> call.method().equals("DELETE") ? Answer.of(200) : told(known))
                .orElseGet(() -> Answers.error(404, "", "There is no such background operation."));
    }

    private static Answer told(Started started) {
        if (started.canceled()) {
            return Answers.json(200, JSON.writeValueAsBytes(state(COMPLETED, CANCELED)));
        }
        if (started.asked() < 2) {
            return Answers.json(200, JSON.writeValueAsBytes(state(LOCKED, IN_PROGRESS)));
        }
        Answer answer = started.answer();
        JsonNode body = answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
        Map<String, Object> members = state(COMPLETED, answer.status() < 300 ? SUCCEEDED : FAILED);
        if (answer.status() < 300) {
            body.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        } else {
            String code = body.path("error").path("code").asString("");
            members.put(
                    "backgroundOperationErrorCode",
                    code.isEmpty() ? null : Long.decode(code).intValue());
            members.put(
                    "backgroundOperationErrorMessage",
                    body.path("error").path("message").asString(""));
        }
        return Answers.json(200, JSON.writeValueAsBytes(members));
    }

    private static Map<String, Object> state(int state, int status) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("backgroundOperationStateCode", state);
        members.put("backgroundOperationStatusCode", status);
        return members;
    }
}
