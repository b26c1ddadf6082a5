package dev.lathe.sandbox.audiencemanager;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What a caller sees of an object: less in lists, more when the query asks for it. */
final class Views {

    private static final List<Integer> DAYS = List.of(1, 7, 14, 30, 60, 90);

    private Views() {}

    /** An object in a list. */
    static ObjectNode inList(Kind kind, ObjectNode object, ApiCall call) {
        boolean all = call.flag("includeDetails") || kind.hidden().isEmpty();
        if (kind.equals(Kind.MODEL)) {
            all = call.flag("includeDataSources");
        }
        ObjectNode view = object.deepCopy();
        if (!all) {
            view.remove(kind.hidden());
        }
        return extras(kind, view, call);
    }

    /** An object alone. */
    static ObjectNode alone(Kind kind, ObjectNode object, ApiCall call) {
        return extras(kind, object.deepCopy(), call);
    }

    private static ObjectNode extras(Kind kind, ObjectNode view, ApiCall call) {
        if (call.flag("includePermissions")) {
            view.set("permissions", Replies.strings(permissions(kind)));
        }
        if (call.flag("excludeRule") && kind.equals(Kind.TRAIT)) {
            view.remove("traitRule");
        }
        if (call.flag("includeMetrics") && Set.of(Kind.TRAIT, Kind.SEGMENT).contains(kind)) {
            metrics(kind, view);
        }
        return view;
    }

    private static String[] permissions(Kind kind) {
        if (kind.equals(Kind.SEGMENT)) {
            return new String[] {"READ", "WRITE", "CREATE", "DELETE", "MAP_TO_MODELS", "MAP_TO_DESTINATION"};
        }
        return kind.equals(Kind.TRAIT)
                ? new String[] {"READ", "WRITE", "CREATE", "DELETE", "MAP_TO_SEGMENTS", "MAP_TO_MODELS"}
                : new String[] {"READ", "WRITE", "CREATE", "DELETE"};
    }

    /** How many devices a trait or a segment has. */
    static int population(int sid) {
        return 1_000 + Math.floorMod(sid * 7919, 90_000);
    }

    /** Populations that follow from the id, so that they are the same each time, and grow with the days. */
    private static void metrics(Kind kind, ObjectNode view) {
        int base = population(view.path("sid").asInt());
        String[] prefixes = kind.equals(Kind.SEGMENT)
                ? new String[] {"instantUniques", "totalUniques"}
                : new String[] {"uniques", "count"};
        for (int p = 0; p < prefixes.length; p++) {
            for (int days : DAYS) {
                view.put(prefixes[p] + days + "Day", base * (p + 1) + days * 31);
            }
            view.put(prefixes[p] + "Lifetime", base * (p + 1) * 5);
        }
    }
}
