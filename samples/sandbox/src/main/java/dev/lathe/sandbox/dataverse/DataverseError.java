package dev.lathe.sandbox.dataverse;

/** A refusal in Dataverse's words: status, hexadecimal code (often empty) and message. */
final class DataverseError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Generic code of the OData layer. */
    static final String QUERY = "0x80060888";
    /** The body could not be understood. */
    static final String PAYLOAD = "0x80048d19";

    static final String DUPLICATE_KEY = "0x80040237";
    static final String VERSION_MISMATCH = "0x80060882";

    private final int status;
    private final String code;

    DataverseError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static DataverseError query(String message) {
        return new DataverseError(400, QUERY, message);
    }

    static DataverseError payload(String message) {
        return new DataverseError(400, PAYLOAD, message);
    }

    static DataverseError noRow(String table, Key key) {
        return new DataverseError(404, "0x80040217", table + " With Id = " + key.display() + " Does Not Exist");
    }

    static DataverseError methodNotAllowed(String what) {
        return new DataverseError(405, "", what);
    }

    static DataverseError notImplemented(String what) {
        return new DataverseError(501, "", what);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
