package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** Constants for queries over one type: its columns and navigations, inherited ones included. */
public record ColumnsPlan(ClassName of, List<Column> columns, List<Link> links) {

    /**
     * A column.
     *
     * @param type the runtime's column class
     * @param arguments its type arguments after the row's type
     * @param factory its static factory
     * @param enumType qualified name of an enumeration, which a literal needs; empty for others
     */
    public record Column(
            String constant,
            String wireName,
            ClassName type,
            List<TypeName> arguments,
            String factory,
            String enumType,
            DocPlan docs) {}

    /** A navigation: {@code type} is the runtime's {@code ToOne} or {@code ToMany}. */
    public record Link(String constant, String wireName, ClassName type, TypeName target, DocPlan docs) {}
}
