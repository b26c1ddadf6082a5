package dev.lathe.processor.plan;

import java.util.List;

/**
 * All that is generated for one document.
 *
 * @param jspecify whether nullness is annotated
 * @param anyDeprecated whether the document deprecates anything, so that generated code may refer to it
 */
public record ClientPlan(
        RootPlan root,
        List<ObjectPlan> objects,
        List<EnumPlan> enums,
        List<UnionPlan> unions,
        List<ResourcePlan> resources,
        List<EntitySetPlan> sets,
        List<SingletonPlan> singletons,
        List<ColumnsHolderPlan> columns,
        List<OptionsPlan> options,
        boolean jspecify,
        boolean anyDeprecated) {

    /** Data types that come out: classes, enumerations and unions. */
    public int typeCount() {
        return objects.size() + enums.size() + unions.size();
    }

    /** Calls that come out, not counting the generic ones of entity sets. */
    public int operationCount() {
        return root.operations().size()
                + resources.stream().mapToInt(r -> r.calls().size()).sum()
                + sets.stream().mapToInt(s -> s.operations().size()).sum()
                + singletons.stream().mapToInt(s -> s.operations().size()).sum();
    }
}
