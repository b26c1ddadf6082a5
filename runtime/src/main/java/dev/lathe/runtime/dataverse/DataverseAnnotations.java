package dev.lathe.runtime.dataverse;

/** Names of annotations for {@link DataverseSettings#includeAnnotations}. */
public final class DataverseAnnotations {

    /** All there are. Conditional reads never answer "unchanged" with any annotation asked for. */
    public static final String ALL = "*";

    /** Labels of choices, names of lookups, money and dates as the user sees them. */
    public static final String FORMATTED_VALUE = "OData.Community.Display.V1.FormattedValue";

    /** Of a lookup: the navigation that leads to its target. */
    public static final String ASSOCIATED_NAVIGATION = "Microsoft.Dynamics.CRM.associatednavigationproperty";

    /** Of a lookup: the table of its target. */
    public static final String LOOKUP_LOGICAL_NAME = "Microsoft.Dynamics.CRM.lookuplogicalname";

    /** Of a list: how many rows match, 5,000 at most. */
    public static final String TOTAL_RECORD_COUNT = "Microsoft.Dynamics.CRM.totalrecordcount";

    /** Of a list: whether more than 5,000 rows match. */
    public static final String TOTAL_RECORD_COUNT_LIMIT_EXCEEDED =
            "Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded";

    /** Changes with the schema. */
    public static final String GLOBAL_METADATA_VERSION = "Microsoft.Dynamics.CRM.globalmetadataversion";

    /** Of a FetchXML result: leads to its next page. */
    public static final String FETCH_XML_PAGING_COOKIE = "Microsoft.Dynamics.CRM.fetchxmlpagingcookie";

    /** Of a FetchXML result: whether there is a next page. */
    public static final String MORE_RECORDS = "Microsoft.Dynamics.CRM.morerecords";

    /** All details of errors. */
    public static final String ERROR_DETAILS = "Microsoft.PowerApps.CDS.*";

    private DataverseAnnotations() {}
}
