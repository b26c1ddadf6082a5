package dev.lathe.runtime.dataverse;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.Call;
import dev.lathe.runtime.error.ErrorBody;
import dev.lathe.runtime.error.Failure;
import dev.lathe.runtime.error.InvalidResponseException;
import dev.lathe.runtime.http.Response;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.odata.Column;
import dev.lathe.runtime.odata.EntityReference;
import dev.lathe.runtime.odata.EntitySet;
import dev.lathe.runtime.odata.ODataEntity;

/** Where the requests for the content of one column of one row go. */
final class FileRequests {

    private final ApiClient client;
    private final String entitySet;
    private final String key;
    private final String column;

    private FileRequests(ApiClient client, String entitySet, String key, String column) {
        this.client = client;
        this.entitySet = entitySet;
        this.key = key;
        this.column = column;
    }

    /** @throws IllegalArgumentException if the column is not one of the row itself, or the key is empty */
    static <E extends ODataEntity, K> FileRequests of(EntitySet<E, K> table, K key, Column<? super E, ?> column) {
        if (column.name().indexOf('/') >= 0) {
            throw new IllegalArgumentException("'" + column.name() + "' is no column of the row itself");
        }
        String row = EntityReference.of(table.path(), key).toString();
        return new FileRequests(
                table.service().client(),
                table.path(),
                row.substring(table.path().length() + 1, row.length() - 1),
                column.name());
    }

    private String template(String suffix) {
        return entitySet + "({key})/" + column + suffix;
    }

    Call call(String method, String suffix) {
        return client.call(method, template(suffix)).rawPath("key", key);
    }

    String column() {
        return column;
    }

    /** The row with this column alone. */
    JsonValue row() {
        Call call =
                client.call("GET", entitySet + "({key})").rawPath("key", key).query("$select", column);
        return JsonValue.parse(call.text());
    }

    /** A request to an address that the service gave for this column. */
    Call at(String method, String location) {
        return client.link(method, location, template(""));
    }

    InvalidResponseException invalid(String method, Response response, String message) {
        return new InvalidResponseException(
                Failure.of(method, template(""))
                        .withAnswer(response.status(), response.headers(), ErrorBody.empty())
                        .withRequestId(client.profile().requestId(response.headers()))
                        .withMessage(message),
                null);
    }

    @Override
    public String toString() {
        return entitySet + "(" + key + ")/" + column;
    }
}
