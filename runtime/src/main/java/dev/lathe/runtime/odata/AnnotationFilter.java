package dev.lathe.runtime.odata;

import dev.lathe.runtime.json.MemberFilter;
import java.util.List;

/** Keeps the annotations that were asked for, and control information. */
final class AnnotationFilter implements MemberFilter {

    private final List<String> names;

    /** @param names of annotations; with a star at the end their beginning */
    AnnotationFilter(List<String> names) {
        this.names = names;
    }

    @Override
    public boolean keeps(String wireName) {
        int at = wireName.indexOf('@');
        return at < 0 || keepsTerm(wireName.substring(at + 1));
    }

    private boolean keepsTerm(String term) {
        String control = term.startsWith("odata.") ? term.substring(6) : term;
        // Control information has no namespace (OData JSON 4.01, section 4.5). Its links are not needed to use a row.
        if (control.indexOf('.') < 0) {
            return !control.equals("navigationLink") && !control.equals("associationLink");
        }
        for (String name : names) {
            if (name.endsWith("*") ? term.startsWith(name.substring(0, name.length() - 1)) : term.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
