package dev.lathe.processor.select;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the patterns of one attribute match in an OData model. */
final class Matched {

    /** Names of entity sets and singletons, matched by their own name. */
    final Set<String> sets = new HashSet<>();

    final Set<TypeId> types = new HashSet<>();
    final Set<ODataOperation> operations = new HashSet<>();

    /** By table, the columns and navigations that were named one by one. */
    final Map<TypeId, Set<String>> columns = new HashMap<>();

    private final ApiModel model;
    private final Names names;

    private Matched(ApiModel model, Names names) {
        this.model = model;
        this.names = names;
    }

    /**
     * Matches all patterns.
     *
     * @param inherited whether a column may be one of a base type
     */
    static Matched of(
            List<Glob> globs,
            String attribute,
            boolean inherited,
            ApiModel model,
            Names names,
            Problems problems,
            SpecPath at) {
        var matched = new Matched(model, names);
        for (Glob glob : globs) {
            // "Microsoft.Dynamics.CRM.*" means types and not columns: a dot is a column's only if nothing else matches.
            if (!matched.things(glob)) {
                matched.columns(glob, attribute, inherited, problems, at);
            }
        }
        return matched;
    }

    private boolean things(Glob glob) {
        boolean any = false;
        for (Resource resource : model.resources()) {
            if (glob.matches(resource.name())) {
                sets.add(resource.name());
                any = true;
            }
        }
        for (TypeDecl type : model.types()) {
            if (glob.matchesAny(Names.of(type))) {
                types.add(type.id());
                any = true;
            }
        }
        for (ODataOperation operation : model.operations()) {
            if (glob.matchesAny(Names.of(operation))) {
                operations.add(operation);
                any = true;
            }
        }
        return any;
    }

    private void columns(Glob glob, String attribute, boolean inherited, Problems problems, SpecPath at) {
        int dot = glob.pattern().lastIndexOf('.');
        Set<String> known = new TreeSet<>();
        boolean any = false;
        if (dot > 0) {
            var table = new Glob(glob.pattern().substring(0, dot));
            var column = new Glob(glob.pattern().substring(dot + 1));
            for (TypeDecl type : model.types()) {
                if (type instanceof ObjectDecl object && table.matchesAny(names.ofTable(type))) {
                    Set<String> all = names.columns(object, inherited);
                    known.addAll(all);
                    List<String> hits = all.stream().filter(column::matches).toList();
                    any |= !hits.isEmpty();
                    if (!hits.isEmpty()) {
                        columns.computeIfAbsent(type.id(), id -> new LinkedHashSet<>())
                                .addAll(hits);
                    }
                }
            }
            if (!any && !known.isEmpty()) {
                problems.error(
                        "no-match",
                        at,
                        "The pattern '" + glob.pattern() + "' of " + attribute + " matches no column of "
                                + table.pattern() + ".",
                        column.hint(known));
                return;
            }
        }
        if (!any) {
            Set<String> near = names.things();
            if (dot > 0) {
                near.addAll(names.columnsLike(
                        glob.pattern().substring(0, dot), glob.pattern().substring(dot + 1)));
            }
            glob.noMatch(attribute, "entity set, type, operation or column", near, at, problems);
        }
    }
}
