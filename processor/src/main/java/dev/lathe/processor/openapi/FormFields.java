package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.HttpOperation.Field;
import dev.lathe.processor.model.HttpOperation.Style;
import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.Property.Access;
import dev.lathe.processor.model.ScalarKind;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.openapi.Contents.Choice;
import dev.lathe.processor.openapi.MediaTypes.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the fields of forms and the parts of multipart bodies. */
final class FormFields {

    private static final List<String> STYLING = List.of("style", "explode", "allowReserved", Uplift.TAB_DELIMITED);

    private static final TypeRef BASE64 = new TypeRef.Scalar(ScalarKind.BASE64);

    private final SchemaTypes types;
    private final SchemaStore store;
    private final Origins origins;
    private final Findings findings;

    FormFields(SchemaTypes types, SchemaStore store, Origins origins, Findings findings) {
        this.types = types;
        this.store = store;
        this.origins = origins;
        this.findings = findings;
    }

    /** The fields of an object; none for any other schema. */
    List<Field> fields(Optional<SchemaAt> schema, Choice choice) {
        SchemaAt target = schema.map(store::deref).orElse(null);
        if (target == null || !types.composition().isObject(target)) {
            return List.of();
        }
        List<Field> fields = new ArrayList<>();
        for (Composition.Member member : types.composition().allMembers(target)) {
            if (!isReadOnly(member)) {
                JsonNode encoding = choice.node().path("encoding").path(member.wireName());
                fields.add(isMultipart(choice) ? part(target, member, encoding) : field(target, member, encoding));
            }
        }
        rest(target, choice, fields.isEmpty()).ifPresent(fields::add);
        return fields;
    }

    /** Whether the document says that there are no fields: there is nothing to send. Declares no types, as it has no names. */
    boolean isEmpty(Optional<SchemaAt> schema, Choice choice) {
        return (choice.form() == Form.URL_ENCODED || choice.form() == Form.MULTIPART)
                && schema.map(store::deref)
                        .filter(SchemaAt::isClosed)
                        .filter(target ->
                                types.composition().allMembers(target).stream().allMatch(this::isReadOnly))
                        .isPresent();
    }

    private boolean isReadOnly(Composition.Member member) {
        return types.composition().access(member) == Access.READ_ONLY;
    }

    private static boolean isMultipart(Choice choice) {
        return choice.form() == Form.MULTIPART;
    }

    private Field field(SchemaAt owner, Composition.Member member, JsonNode encoding) {
        String contentType = contentType(encoding);
        boolean json = !isStyled(encoding) && isJson(contentType);
        Style style = json ? Style.JSON : style(encoding);
        return of(member, types.ofMember(owner, member).type(), style, explode(encoding, style), contentType);
    }

    private Field part(SchemaAt owner, Composition.Member member, JsonNode encoding) {
        SchemaAt last = member.last();
        TypeRef type = member.declarations().stream()
                .map(this::file)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> types.ofMember(owner, member).type());
        Style style = style(encoding);
        boolean explode = explode(encoding, style);
        if (isStyled(encoding) && !isStreamed(type)) {
            return of(member, type, style, explode, "");
        }
        String contentType = contentType(encoding);
        if (member.declarations().stream().allMatch(this::mayBeAnything) && !isJson(contentType)) {
            return of(member, Contents.STREAM, Style.PART, true, contentType);
        }
        if (isBase64(type)) {
            // The document describes the text; section 4.8.15.1.1 has its type.
            boolean encoded = !innermost(last).extension("contentEncoding").isEmpty();
            String usual = encoded ? "application/octet-stream" : "";
            return of(member, type, Style.FORM, true, contentType.isEmpty() ? usual : contentType);
        }
        return of(member, type, Style.PART, true, contentType);
    }

    private Field of(Composition.Member member, TypeRef type, Style style, boolean explode, String contentType) {
        SchemaAt last = member.last();
        return new Field(
                member.wireName(),
                type,
                member.required(),
                style,
                explode,
                contentType,
                types.annotations().ofValue(member.declarations(), type),
                last.at());
    }

    /**
     * With any of these, the content type "SHALL be ignored" (OpenAPI 3.1.1, section 4.8.15.1.2). Version 3.0 has styles for
     * forms only, but documents of it that name one for a part mean it.
     */
    private static boolean isStyled(JsonNode encoding) {
        return STYLING.stream().anyMatch(encoding::has);
    }

    private static boolean isJson(String contentType) {
        return !contentType.isEmpty() && MediaTypes.formOf(contentType) == Form.JSON;
    }

    /** A part without a type is bytes (OpenAPI 3.1.1, section 4.8.15.1.1), also where one of several types is none. */
    private boolean mayBeAnything(SchemaAt schema) {
        SchemaAt target = store.deref(schema);
        return target.cases().isEmpty()
                ? !target.hasStructure()
                : target.cases().stream().anyMatch(this::mayBeAnything);
    }

    private static boolean isStreamed(TypeRef type) {
        return type.equals(Contents.STREAM) || (type instanceof TypeRef.ListOf list && isStreamed(list.item()));
    }

    private static boolean isBase64(TypeRef type) {
        return type.equals(BASE64) || (type instanceof TypeRef.ListOf list && isBase64(list.item()));
    }

    /** What a list, or a list of lists, is of in the end. */
    private SchemaAt innermost(SchemaAt schema) {
        SchemaAt target = store.deref(schema);
        return target.items().map(this::innermost).orElse(target);
    }

    /** Of several that a part may have, the first that is no range. */
    private static String contentType(JsonNode encoding) {
        return Arrays.stream(encoding.path("contentType").asText().split(","))
                .map(String::strip)
                .filter(one -> !MediaTypes.isRange(one))
                .findFirst()
                .orElse("");
    }

    /** What the document does not name, where it says that there may be such: all of them in one field without a name. */
    private Optional<Field> rest(SchemaAt target, Choice choice, boolean required) {
        boolean multipart = isMultipart(choice);
        Composition composition = types.composition();
        Optional<TypeRef> values = composition
                .additional(target)
                .map(value -> (multipart ? file(value) : Optional.<TypeRef>empty())
                        .orElseGet(() -> types.resolve(value).type()))
                .or(() -> composition.isOpen(target) ? Optional.of(TypeRef.ANY) : Optional.empty());
        return values.map(value ->
                free(value, multipart && !value.equals(BASE64) ? Style.PART : Style.FORM, required, target.at()));
    }

    private static Field free(TypeRef values, Style style, boolean required, SpecPath at) {
        return new Field("", new TypeRef.MapOf(values), required, style, true, "", Docs.of("Fields of any names."), at);
    }

    /** What is sent in a form that is no object, so that the document names no fields. */
    List<Field> freeFields(Choice choice, Optional<SchemaAt> schema, JsonNode node) {
        SpecPath at = origins.at(node);
        if (isMultipart(choice) && MediaTypes.isFormData(choice.mediaType())) {
            reportNoObject(choice, "it takes parts of any names, each a stream.");
            return List.of(free(Contents.STREAM, Style.PART, true, at));
        }
        boolean anything = schema.map(s -> types.resolve(s).type())
                .filter(type -> !type.equals(TypeRef.ANY))
                .isEmpty();
        boolean list = schema.map(store::deref).filter(s -> s.isType("array")).isPresent();
        return anything && !list && !isMultipart(choice) ? List.of(free(TypeRef.ANY, Style.FORM, true, at)) : List.of();
    }

    /** A form without fields. */
    TypeRef withoutFields(Choice choice, TypeRef type) {
        if (choice.form() == Form.URL_ENCODED && type.equals(TypeRef.STRING)) {
            return type;
        }
        reportNoObject(
                choice,
                "it is taken as bytes that are encoded already, with the Content-Type among the client's settings.");
        return Contents.STREAM;
    }

    private void reportNoObject(Choice choice, String instead) {
        findings.warn(
                "not-generated",
                origins.at(choice.node()),
                "A body of '" + choice.mediaType() + "' should be an object, whose members are its fields; " + instead);
    }

    private Style style(JsonNode encoding) {
        if (encoding.has(Uplift.TAB_DELIMITED)) {
            return Style.TAB_DELIMITED;
        }
        String asked = encoding.path("style").asText("form");
        Style style = Styles.of(asked);
        if (style != null && Styles.IN_QUERIES.contains(asked)) {
            return style;
        }
        findings.warnOnce(
                "odd-style",
                asked + " of a field",
                origins.at(encoding, "style"),
                "Style '" + asked + "' is not for a field of a form; 'form' is taken.",
                Nearest.hint(asked, Styles.IN_QUERIES));
        return Style.FORM;
    }

    private static boolean explode(JsonNode encoding, Style style) {
        return encoding.path("explode").asBoolean(style == Style.FORM);
    }

    /** A part may be a file, or a list of files. */
    private Optional<TypeRef> file(SchemaAt schema) {
        SchemaAt target = store.deref(schema);
        if (ScalarTypes.isBinary(target)) {
            return Optional.of(Contents.STREAM);
        }
        return target.items()
                .map(store::deref)
                .filter(items -> target.isType("array") && ScalarTypes.isBinary(items))
                .map(items -> new TypeRef.ListOf(Contents.STREAM));
    }
}
