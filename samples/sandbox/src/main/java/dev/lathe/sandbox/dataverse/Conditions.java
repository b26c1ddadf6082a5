package dev.lathe.sandbox.dataverse;

import dev.lathe.sandbox.http.Headers;
import java.util.Optional;

/** {@code If-Match} and {@code If-None-Match}. The literal word {@code null} is what Dataverse's callers send always. */
record Conditions(Optional<String> ifMatch, Optional<String> ifNoneMatch) {

    static Conditions of(Headers headers) {
        return new Conditions(
                headers.first("If-Match"), headers.first("If-None-Match").filter(value -> !value.equals("null")));
    }

    /** Before a write: 412 when the row is another version, or is there although it must not be. */
    void check(Optional<Row> row) {
        if (ifNoneMatch.filter("*"::equals).isPresent() && row.isPresent()) {
            throw new DataverseError(412, "", "A record with matching key values already exists.");
        }
        if (row.isPresent() && ifMatch.filter(tag -> !tag.equals("*")).isPresent()) {
            if (!ifMatch.get().equals(row.get().etag())) {
                throw new DataverseError(
                        412,
                        DataverseError.VERSION_MISMATCH,
                        "The version of the existing record doesn't match the RowVersion property provided.");
            }
        }
    }

    /** Whether a missing row may be created. */
    boolean allowCreate() {
        return ifMatch.isEmpty();
    }

    /** Whether a reader has this version already. */
    boolean unchanged(Row row) {
        return ifNoneMatch.filter(row.etag()::equals).isPresent();
    }
}
