package dev.lathe.processor.plan;

/**
 * A property of a generated class.
 *
 * @param index position among all members of the class and its bases
 * @param setter empty for what only the server sets
 * @param aliases other wire names that are read into it
 */
public record MemberPlan(
        int index,
        String wireName,
        String field,
        String getter,
        String setter,
        ValuePlan value,
        java.util.List<String> aliases,
        DocPlan docs) {

    public boolean isWritable() {
        return !setter.isEmpty();
    }
}
