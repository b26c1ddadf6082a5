package dev.lathe.processor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lathe.processor.model.HttpOperation.Paging;
import dev.lathe.processor.model.HttpOperation.Parameter;
import dev.lathe.processor.model.Nearest;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;

/** Reads {@code x-lathe-paging}: how a list is fetched page by page. */
final class Pagings {

    private static final List<String> STYLES = List.of("page-number", "offset", "cursor");

    private final SchemaTypes types;
    private final SchemaStore store;
    private final Origins origins;
    private final Findings findings;

    Pagings(SchemaTypes types, SchemaStore store, Origins origins, Findings findings) {
        this.types = types;
        this.store = store;
        this.origins = origins;
        this.findings = findings;
    }

    /** @param answer schema of the body on success */
    Optional<Paging> of(JsonNode operation, List<Parameter> parameters, Optional<SchemaAt> answer) {
        JsonNode paging = operation.path("x-lathe-paging");
        if (paging.isMissingNode()) {
            return Optional.empty();
        }
        SpecPath at = origins.at(operation, "x-lathe-paging");
        String style = paging.path("style").asText();
        if (!STYLES.contains(style)) {
            return broken(at, "'" + style + "' is no style of paging", Nearest.hint(style, STYLES));
        }
        List<String> names = parameters.stream().map(Parameter::wireName).toList();
        String page = paging.path("page").asText();
        String size = paging.path("size").asText();
        for (String name : size.isEmpty() ? List.of(page) : List.of(page, size)) {
            if (!names.contains(name)) {
                return broken(at, "The operation has no parameter '" + name + "'", Nearest.hint(name, names));
            }
        }
        String items = paging.path("items").asText();
        Optional<TypeRef> item = answer.flatMap(schema -> item(schema, items));
        if (item.isEmpty()) {
            return broken(at, "The answer is neither a list nor an object with a list '" + items + "'");
        }
        return Optional.of(new Paging(
                style,
                page,
                size,
                paging.path("first").asInt(),
                items,
                paging.path("total").asText(),
                paging.path("next").asText(),
                item.get()));
    }

    private Optional<TypeRef> item(SchemaAt answer, String items) {
        TypeRef type = types.resolve(answer).type();
        if (type instanceof TypeRef.ListOf list) {
            return Optional.of(list.item());
        }
        SchemaAt schema = store.deref(answer);
        for (Composition.Member member : types.composition().allMembers(schema)) {
            if (member.wireName().equals(items) && types.resolve(member.last()).type() instanceof TypeRef.ListOf list) {
                return Optional.of(list.item());
            }
        }
        for (SchemaAt one : schema.cases()) {
            Optional<TypeRef> found = item(one, items);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Paging> broken(SpecPath at, String why, String... hints) {
        findings.warn("broken-paging", at, why + "; the operation is generated without paging.", hints);
        return Optional.empty();
    }
}
