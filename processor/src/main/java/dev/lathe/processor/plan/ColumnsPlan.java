package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** Constants for queries over one type: its columns, streams and navigations, inherited ones included. */
public record ColumnsPlan(ClassName of, List<Column> columns, List<Streamed> streams, List<Link> links) {

    /** The same for rows that no request can address, where no bytes can be fetched. */
    ColumnsPlan withoutStreams() {
        return new ColumnsPlan(of, columns, List.of(), links);
    }

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

    /** Bytes beside the columns; an empty {@code wireName} is what the row as a whole is about. */
    public record Streamed(String constant, String wireName, DocPlan docs) {}

    /**
     * A navigation.
     *
     * @param type the runtime's {@code ToOne}, {@code ToMany} or {@code Contained}
     * @param arguments its type arguments after the row's type
     * @param factory its static factory
     */
    public record Link(
            String constant, String wireName, ClassName type, List<TypeName> arguments, String factory, DocPlan docs) {}
}
