package dev.lathe.runtime.dataverse;

/**
 * Codes of Dataverse, as {@link dev.lathe.runtime.error.ApiException#code()} gives them, and names of further details.
 *
 * <p>The service's documents tell errors by name, its answers by code, and often by no code at all: then the status is
 * what there is. Names and codes: Power Apps, "Compose HTTP requests and handle errors" and "Web service error codes".
 */
public final class DataverseErrors {

    /** 403: access is denied. {@code AccessDenied}. */
    public static final String ACCESS_DENIED = "0x80070005";

    /** 403: a secured column may not be read. {@code AttributePermissionReadIsMissing}. */
    public static final String ATTRIBUTE_PERMISSION_READ_IS_MISSING = "0x8004f504";

    /** 403: a secured column may not be updated. {@code AttributePermissionUpdateIsMissingDuringUpdate}. */
    public static final String ATTRIBUTE_PERMISSION_UPDATE_IS_MISSING_DURING_UPDATE = "0x8004f507";

    /** 403: a secured column may not be set on create. {@code AttributePrivilegeCreateIsMissing}. */
    public static final String ATTRIBUTE_PRIVILEGE_CREATE_IS_MISSING = "0x8004f502";

    /** 403: the caller may not act for another user. {@code CannotActOnBehalfOfAnotherUser}. */
    public static final String CANNOT_ACT_ON_BEHALF_OF_ANOTHER_USER = "0x8004a110";

    /** 403: the privilege to act for another user cannot be given. {@code CannotAddOrActonBehalfAnotherUserPrivilege}. */
    public static final String CANNOT_ADD_OR_ACT_ON_BEHALF_ANOTHER_USER_PRIVILEGE = "0x8004ed43";

    /** 403: a check of security failed. {@code CrmSecurityError}. */
    public static final String CRM_SECURITY_ERROR = "0x80040256";

    /** 403: the access rights are invalid. {@code InvalidAccessRights}. */
    public static final String INVALID_ACCESS_RIGHTS = "0x8004020d";

    /** 403: the user or team that is meant lacks privileges. {@code PrincipalPrivilegeDenied}. */
    public static final String PRINCIPAL_PRIVILEGE_DENIED = "0x80040231";

    /** 403: creating is switched off for the organization. {@code PrivilegeCreateIsDisabledForOrganization}. */
    public static final String PRIVILEGE_CREATE_IS_DISABLED_FOR_ORGANIZATION = "0x80040276";

    /** 403: the caller lacks privileges. {@code PrivilegeDenied}. */
    public static final String PRIVILEGE_DENIED = "0x80040220";

    /** 403: the principal is missing or invalid. {@code unManagedinvalidprincipal}. */
    public static final String UNMANAGED_INVALID_PRINCIPAL = "0x8004049e";

    /** 403: the depth of a privilege is invalid. {@code unManagedinvalidprivilegeedepth}. */
    public static final String UNMANAGED_INVALID_PRIVILEGE_DEPTH = "0x800404bb";

    /** 401: the ticket is invalid. {@code BadAuthTicket}. */
    public static final String BAD_AUTH_TICKET = "0x8004a102";

    /** 401: the ticket has ended. {@code ExpiredAuthTicket}. */
    public static final String EXPIRED_AUTH_TICKET = "0x8004a101";

    /** 401: the ticket does not meet the policy. {@code InsufficientAuthTicket}. */
    public static final String INSUFFICIENT_AUTH_TICKET = "0x8004a103";

    /** 401: the ticket did not pass validation. {@code InvalidAuthTicket}. */
    public static final String INVALID_AUTH_TICKET = "0x8004a100";

    /** 401: the user may not do this. {@code InvalidUserAuth}. */
    public static final String INVALID_USER_AUTH = "0x80040204";

    /** 401: there is no token. {@code MissingCrmAuthenticationToken}. */
    public static final String MISSING_CRM_AUTHENTICATION_TOKEN = "0x80044300";

    /** 401: the token names no organization. {@code MissingCrmAuthenticationTokenOrganizationName}. */
    public static final String MISSING_CRM_AUTHENTICATION_TOKEN_ORGANIZATION_NAME = "0x80044308";

    /** 401: the request is not authenticated. {@code RequestIsNotAuthenticated}. */
    public static final String REQUEST_IS_NOT_AUTHENTICATED = "0x80044302";

    /** 401: the ticket was tampered with or is invalid now. {@code TamperedAuthTicket}. */
    public static final String TAMPERED_AUTH_TICKET = "0x8004a105";

    /** 401: the operation is not authorized. {@code UnauthorizedAccess}. */
    public static final String UNAUTHORIZED_ACCESS = "0x80040277";

    /** 401: the security principal is missing or invalid. {@code UnManagedInvalidSecurityPrincipal}. */
    public static final String UNMANAGED_INVALID_SECURITY_PRINCIPAL = "0x800404d2";

    /** 405: other rows hang on the row. {@code CannotDeleteDueToAssociation}. */
    public static final String CANNOT_DELETE_DUE_TO_ASSOCIATION = "0x80040227";

    /** 405: the operation is not valid here. {@code InvalidOperation}. */
    public static final String INVALID_OPERATION = "0x8004023b";

    /** 405: the operation is not supported. {@code NotSupported}. */
    public static final String NOT_SUPPORTED = "0x80040315";

    /** 412: a row with the same key exists. {@code DuplicateRecord}. */
    public static final String DUPLICATE_RECORD = "0x80040237";

    /** 412, by an older document 500: a row like it exists, and duplicate detection was asked for. */
    public static final String DUPLICATE_RECORDS_FOUND = "0x80040333";

    /** 412: the row has changed since it was read. {@code ConcurrencyVersionMismatch}. */
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

    /** A plug-in gave up. */
    public static final String PLUG_IN_FAILED = "0x80040265";

    /** A query has more than 500 conditions. */
    public static final String TOO_MANY_CONDITIONS = "0x8004430c";

    /** A text is longer than its column. */
    public static final String TEXT_TOO_LONG = "0x80044331";

    /** A body cannot be read. */
    public static final String BODY_UNREADABLE = "0x80048d19";

    /** A query of an elastic table joins in another way than an outer join. */
    public static final String ELASTIC_JOIN = "0x80048d0b";

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
