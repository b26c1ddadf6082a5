package dev.lathe.runtime.dataverse;

/** Codes of Dataverse, as {@link dev.lathe.runtime.error.ApiException#code()} gives them, and names of further details. */
public final class DataverseErrors {

    /** A row like it exists, and duplicate detection was asked for. */
    public static final String DUPLICATE_RECORD = "0x80040333";

    /** The row has changed since it was read. */
    public static final String CONCURRENCY_VERSION_MISMATCH = "0x80060882";

    /** A condition was given where an ETag is needed. */
    public static final String CONCURRENCY_VERSION_NOT_PROVIDED = "0x80060883";

    /** The table keeps no versions of its rows. */
    public static final String OPTIMISTIC_CONCURRENCY_NOT_ENABLED = "0x8006088d";

    /** More than 6,000 requests within 5 minutes. */
    public static final String NUMBER_OF_REQUESTS_EXCEEDED = "0x80072322";

    /** More than 20 minutes of execution time within 5 minutes. */
    public static final String EXECUTION_TIME_EXCEEDED = "0x80072321";

    /** More than 52 requests at once. */
    public static final String CONCURRENT_REQUESTS_EXCEEDED = "0x80072326";

    /** Something is wrong with the query. */
    public static final String QUERY_INVALID = "0x80060888";

    /** In {@code details()}: a number that a plug-in gave. */
    public static final String OPERATION_STATUS = "@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus";

    /** In {@code details()}: a code that a plug-in gave. */
    public static final String SUB_ERROR_CODE = "@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode";

    /** In {@code details()}: an address that may lead to help. */
    public static final String HELP_LINK = "@Microsoft.PowerApps.CDS.HelpLink";

    /** In {@code details()}: what a plug-in wrote to its trace; may be long. */
    public static final String TRACE_TEXT = "@Microsoft.PowerApps.CDS.TraceText";

    /** In {@code details()}: the message of the error behind the error. */
    public static final String INNER_ERROR_MESSAGE = "@Microsoft.PowerApps.CDS.InnerError.Message";

    private DataverseErrors() {}
}
