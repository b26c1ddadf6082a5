package dev.lathe.sandbox.dataverse;

import java.util.Arrays;
import java.util.List;

/** Which annotations the caller asked for: names, names ending in {@code *}, or {@code *} for all. */
record Annotations(List<String> patterns) {

    static final Annotations NONE = new Annotations(List.of());

    static final String FORMATTED_VALUE = "OData.Community.Display.V1.FormattedValue";
    static final String LOOKUP_NAVIGATION = "Microsoft.Dynamics.CRM.associatednavigationproperty";
    static final String LOOKUP_TABLE = "Microsoft.Dynamics.CRM.lookuplogicalname";
    static final String TOTAL = "Microsoft.Dynamics.CRM.totalrecordcount";
    static final String TOTAL_EXCEEDED = "Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded";
    static final String METADATA_VERSION = "Microsoft.Dynamics.CRM.globalmetadataversion";

    static final String COOKIE = "Microsoft.Dynamics.CRM.fetchxmlpagingcookie";
    static final String MORE = "Microsoft.Dynamics.CRM.morerecords";

    static Annotations of(String list) {
        return new Annotations(Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    boolean any() {
        return !patterns.isEmpty();
    }

    boolean wants(String term) {
        return patterns.stream()
                .anyMatch(p ->
                        p.endsWith("*") ? term.regionMatches(true, 0, p, 0, p.length() - 1) : term.equalsIgnoreCase(p));
    }
}
