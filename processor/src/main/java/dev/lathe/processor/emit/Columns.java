package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.ColumnsPlan;
import dev.lathe.processor.plan.DocPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;

/** Constants for queries. Type arguments are written out: inferring them costs javac a third of its time. */
final class Columns {

    private Columns() {}

    static void addTo(TypeSpec.Builder type, ColumnsPlan plan) {
        plan.columns().forEach(column -> type.addField(column(plan.of(), column)));
        plan.streams().forEach(stream -> type.addField(stream(plan.of(), stream)));
        plan.links().forEach(link -> type.addField(link(plan.of(), link)));
    }

    // NumberColumn<Account, BigDecimal> REVENUE = NumberColumn.<Account>decimal("revenue");
    // EnumColumn<Person, Gender> GENDER = EnumColumn.<Person, Gender>of("Gender", "Trippin.Gender");
    private static FieldSpec column(ClassName row, ColumnsPlan.Column column) {
        List<TypeName> arguments = new ArrayList<>(List.of(row));
        arguments.addAll(column.arguments());
        boolean number = column.type().simpleName().equals("NumberColumn");
        CodeBlock value = CodeBlock.of(
                "$T.<$L>$N($L)",
                column.type(),
                number ? CodeBlock.of("$T", row) : types(arguments),
                column.factory(),
                column.enumType().isEmpty()
                        ? Sources.literal(column.wireName())
                        : CodeBlock.of(
                                "$L, $L", Sources.literal(column.wireName()), Sources.literal(column.enumType())));
        return constant(column.constant(), column.type(), arguments, value, column.wireName(), column.docs());
    }

    // StreamColumn<Person> PHOTO = StreamColumn.<Person>of("Photo");
    private static FieldSpec stream(ClassName row, ColumnsPlan.Streamed stream) {
        boolean whole = stream.wireName().isEmpty();
        CodeBlock value = CodeBlock.of(
                "$T.<$T>$L",
                RuntimeTypes.STREAM_COLUMN,
                row,
                whole ? "media()" : CodeBlock.of("of($L)", Sources.literal(stream.wireName())));
        return constant(
                stream.constant(),
                RuntimeTypes.STREAM_COLUMN,
                List.of(row),
                value,
                whole ? "$value" : stream.wireName(),
                stream.docs());
    }

    // ToOne<Account, Contact> PRIMARYCONTACTID = ToOne.<Account, Contact>of("primarycontactid");
    private static FieldSpec link(ClassName row, ColumnsPlan.Link link) {
        List<TypeName> arguments = new ArrayList<>(List.of(row));
        arguments.addAll(link.arguments());
        CodeBlock value = CodeBlock.of(
                "$T.<$L>$N($L)", link.type(), types(arguments), link.factory(), Sources.literal(link.wireName()));
        return constant(link.constant(), link.type(), arguments, value, link.wireName(), link.docs());
    }

    private static FieldSpec constant(
            String name, ClassName type, List<TypeName> arguments, CodeBlock value, String wireName, DocPlan docs) {
        FieldSpec.Builder constant = FieldSpec.builder(
                        ParameterizedTypeName.get(type, arguments.toArray(TypeName[]::new)),
                        name,
                        PUBLIC,
                        STATIC,
                        FINAL)
                .addJavadoc(Javadocs.of(docs, "{@code " + Javadocs.escape(wireName) + "}."))
                .initializer(value);
        if (docs.deprecated()) {
            constant.addAnnotation(Deprecated.class);
        }
        return constant.build();
    }

    private static CodeBlock types(List<TypeName> arguments) {
        return arguments.stream().map(a -> CodeBlock.of("$T", a)).collect(CodeBlock.joining(", "));
    }
}
