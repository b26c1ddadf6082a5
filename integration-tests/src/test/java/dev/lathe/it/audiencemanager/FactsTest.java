package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.it.audiencemanager.FactSheet.Row;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document against what is known, line by line: operations, parameters, members, values, and how sure each is. */
class FactsTest {

    private static final Path DOCUMENT = Path.of("../specs/audience-manager/src/main/specs/audience-manager.yaml");
    private static final Pattern PARAMETER = Pattern.compile("[a-zA-Z][A-Za-z-]*");
    private static final Pattern VALUE = Pattern.compile("[A-Z][A-Z0-9_]+|[a-z]+_[a-z]+|active|inactive|deleted");

    /** From most to least sure. */
    private static final List<String> CONFIDENCES = List.of("documented", "client", "inferred");

    /** What section 2 lets each list have. */
    private static final Set<String> COMMON = Set.of(
            "page",
            "pageSize",
            "sortBy",
            "descending",
            "search",
            "folderId",
            "permissions",
            "permission",
            "includePermissions",
            "includeMetrics",
            "pid");

    private static final Map<String, String> SCHEMAS = Map.ofEntries(
            Map.entry("3.1", "DataSource"),
            Map.entry("3.2", "Trait"),
            Map.entry("3.3", "CustomerTraitType"),
            Map.entry("3.4", "Folder"),
            Map.entry("3.5", "Segment"),
            Map.entry("3.6", "Destination"),
            Map.entry("3.7", "Mapping"),
            Map.entry("3.8", "Model"),
            Map.entry("3.10", "Category"),
            Map.entry("3.11", "DerivedSignal"),
            Map.entry("3.13", "User"));

    private FactSheet sheet;
    private OpenAPI api;
    private final List<String> differences = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        sheet = FactSheet.resources();
        api = new OpenAPIV3Parser().read(DOCUMENT.toString());
    }

    private record Found(HttpMethod method, String path, PathItem item, Operation operation) {
        Collection<Parameter> parameters(OpenAPI api) {
            Map<String, Parameter> all = new LinkedHashMap<>();
            for (List<Parameter> some : List.of(orNone(item.getParameters()), orNone(operation.getParameters()))) {
                for (Parameter parameter : some) {
                    Parameter real = resolved(api, parameter);
                    all.put(real.getName(), real);
                }
            }
            return all.values();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static Parameter resolved(OpenAPI api, Parameter parameter) {
        String ref = parameter.get$ref();
        return ref == null
                ? parameter
                : api.getComponents().getParameters().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Names of variables and slashes at the end do not count: the sheet has both forms. */
    private static String plain(String path) {
        return path.replaceAll("\\{[^}]*,[^}]*,[^}]*}", "{},{}")
                .replaceAll("\\{[^}]*}", "{}")
                .replaceAll("/$", "");
    }

    private List<Found> find(Row row) {
        List<Found> found = new ArrayList<>();
        for (String path : FactSheet.names(row.cell("Path"))) {
            for (String kind : path.contains("{kind}") ? List.of("traits", "segments") : List.of("")) {
                found.addAll(find(row.cell("Method"), path.replace("{kind}", kind)));
            }
        }
        return found;
    }

    private List<Found> find(String methods, String path) {
        List<Found> found = new ArrayList<>();
        api.getPaths().forEach((own, item) -> {
            if (plain(own).equals(plain(path))) {
                item.readOperationsMap().forEach((method, operation) -> {
                    if (methods.contains(method.name()) || methods.equals("?")) {
                        found.add(new Found(method, own, item, operation));
                    }
                });
            }
        });
        if (found.size() < methods.split(" or ", -1).length) {
            differences.add("missing: " + methods + " " + path);
        }
        return found;
    }

    private static String confidence(Map<String, Object> extensions) {
        Object mark = extensions == null ? null : extensions.get("x-lathe-confidence");
        return mark == null ? "documented" : mark.toString();
    }

    /** The document may be more careful than the sheet, never less. */
    private void compareMark(Object what, String sheetMark, String mark, String description) {
        String known = FactSheet.confidence(sheetMark);
        if (known.equals("?")) {
            // sources disagree: the reader must learn of it
            if (mark.equals("documented")
                    && !String.valueOf(description).matches("(?s).*(program|web interface|documentation).*")) {
                differences.add(what + ": the sources disagree, and nothing says so");
            }
        } else if (CONFIDENCES.indexOf(mark) < CONFIDENCES.indexOf(known)) {
            differences.add(what + " is " + mark + ", the sheet says " + known);
        }
    }

    @Test
    void everyOperationIsThereAndAsSure() {
        Set<String> seen = new HashSet<>();
        for (Row row : sheet.rows("Method")) {
            if (row.section().equals("3.19")) {
                continue; // repeats what the resources say
            }
            for (Found found : find(row)) {
                seen.add(found.toString());
                compareMark(
                        found,
                        row.cell("Conf"),
                        confidence(found.operation().getExtensions()),
                        found.operation().getDescription());
            }
        }
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (!seen.contains(method + " " + path)
                            && !confidence(operation.getExtensions()).equals("inferred")) {
                        differences.add("not in the sheet: " + method + " " + path);
                    }
                }));

        assertThat(seen).hasSizeGreaterThan(140);
        assertThat(differences).isEmpty();
    }

    @Test
    void everyParameterIsThereAndNoOther() {
        int compared = 0;
        for (Row row : sheet.rows("Method")) {
            String text = row.cell("Parameters");
            Set<String> named = new TreeSet<>(FactSheet.names(text.replaceAll("\\([^)]*\\)", "")));
            named.removeIf(name ->
                    !PARAMETER.matcher(name).matches() || VALUE.matcher(name).matches());
            named.removeAll(Set.of("email", "segment", "trait")); // a part of the path, and two values
            Set<String> allowed = new HashSet<>(named);
            boolean list = text.contains("common set") || text.contains("paging") || text.startsWith("query: as ");
            for (Found found : find(row)) {
                if (row.section().equals("3.17") && found.method() == HttpMethod.POST || text.isEmpty()) {
                    continue; // its parameters are members of a body; or the sheet tells none
                }
                Set<String> own = new TreeSet<>();
                for (Parameter parameter : found.parameters(api)) {
                    String mark = confidence(parameter.getExtensions());
                    if (parameter.getIn().equals("path") || mark.equals("inferred")) {
                        continue;
                    }
                    own.add(parameter.getName());
                    boolean known = allowed.contains(parameter.getName())
                            || list && (COMMON.contains(parameter.getName()) || text.startsWith("query: as "));
                    if (!known) {
                        differences.add(found + " has " + parameter.getName() + ", which the sheet does not");
                    }
                    if (!COMMON.contains(parameter.getName())) {
                        compareMark(found + " " + parameter.getName(), row.cell("Conf"), mark, "");
                    }
                }
                Set<String> missing = new TreeSet<>(named);
                missing.removeAll(own);
                if (text.startsWith("query (traits)") && found.path().contains("/segments")) {
                    missing.clear(); // said of traits only
                }
                if (!missing.isEmpty()) {
                    differences.add(found + " lacks " + missing);
                }
                compared++;
            }
        }

        assertThat(compared).isGreaterThan(90);
        assertThat(differences).isEmpty();
    }

    private String schemaOf(Row row) {
        String head = row.cells().keySet().iterator().next();
        if (head.contains("(Group)")) {
            return "Group";
        }
        return head.contains("(PermissionObject)") ? "PermissionObject" : SCHEMAS.get(row.section());
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // as the parser has them
    private Map<String, Schema<?>> properties(String schema) {
        Schema type = api.getComponents().getSchemas().get(schema);
        return type.getProperties();
    }

    private static boolean isAlias(Collection<Schema<?>> properties, String name) {
        return properties.stream()
                .anyMatch(property -> property.getExtensions() != null
                        && String.valueOf(property.getExtensions().get("x-lathe-aliases"))
                                .matches(".*\\b" + name + "\\b.*"));
    }

    @Test
    void everyMemberIsThereWithItsTypeAndAsSure() {
        Map<String, Set<String>> seen = new LinkedHashMap<>();
        for (Row row : sheet.rows("Field")) {
            String schema = schemaOf(row);
            for (String name : FactSheet.names(row.cellLike("Field"))) {
                Schema<?> property = properties(schema).get(name);
                if (property != null) {
                    seen.computeIfAbsent(schema, key -> new LinkedHashSet<>()).add(name);
                    compareMember(schema + "." + name, row, property);
                } else if (!isAlias(properties(schema).values(), name)) {
                    differences.add("missing: " + schema + "." + name);
                }
            }
        }
        seen.forEach((schema, names) -> properties(schema).forEach((name, property) -> {
            if (!names.contains(name) && confidence(property.getExtensions()).equals("documented")) {
                differences.add("not in the sheet: " + schema + "." + name);
            }
        }));

        assertThat(seen.values().stream().mapToInt(Set::size).sum()).isGreaterThan(230);
        assertThat(differences).isEmpty();
    }

    private void compareMember(String what, Row row, Schema<?> property) {
        compareMark(what, row.cell("Conf"), confidence(property.getExtensions()), property.getDescription());
        String note = row.cellLike("Values / note") + row.cellLike("Note");
        compareType(what, row.cell("Type"), note, property);
        if (note.contains("read-only") && !Boolean.TRUE.equals(property.getReadOnly())) {
            differences.add(what + " is not read-only");
        }
    }

    private void compareType(String what, String type, String note, Schema<?> property) {
        Schema<?> real = resolved(property);
        String own = real.getType();
        boolean fits = switch (type.split("[ ,(]", 2)[0]) {
            case "integer" -> "integer".equals(own) || (type.contains("or string") && own == null);
            case "number", "boolean", "array", "object" -> type.startsWith(String.valueOf(own));
            case "string" -> "string".equals(own);
            default -> own == null; // unknown
        };
        if (!fits) {
            differences.add(what + " is of type " + own + ", the sheet says " + type);
        }
        if (type.contains("epoch ms") != "epoch-millis".equals(extension(property, "x-lathe-type"))
                && !type.startsWith("unknown")) {
            differences.add(what + " as a point in time");
        }
        Schema<?> values = "array".equals(own) ? resolved(real.getItems()) : real;
        if (values.getEnum() != null) {
            Set<String> listed = new TreeSet<>();
            values.getEnum().forEach(value -> listed.add(value.toString()));
            for (String value : FactSheet.names(note)) {
                boolean spelledOtherwise = listed.stream().anyMatch(value::equalsIgnoreCase);
                if (VALUE.matcher(value).matches() && !spelledOtherwise) {
                    differences.add(what + " lacks the value " + value);
                }
            }
        }
    }

    private static Object extension(Schema<?> schema, String name) {
        return schema.getExtensions() == null ? null : schema.getExtensions().get(name);
    }

    private Schema<?> resolved(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return (Schema<?>) api.getComponents()
                    .getSchemas()
                    .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
        }
        return schema.getAllOf() != null ? resolved(schema.getAllOf().get(0)) : schema;
    }

    /** Objects that the sheet describes in a sentence instead of a table. */
    @Test
    void everyMemberThatASentenceNamesIsThere() {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("AudienceSize", "AudienceSize (UI, C)");
        sentences.put("OutboundJob", "OutboundJob (DEST-R, D");
        sentences.put("RunStat", "RunStat (ALGO, UI)");
        sentences.put("Algorithm", "Algorithm (ALGO)");
        sentences.put("PartnerSite", "Fields (DOM, D)");
        sentences.put("Region", "Fields (REG, D)");
        sentences.put("Plan", "Plan (FEED, C)");
        Pattern member = Pattern.compile("((?:`\\w+`(?:/|, )?)+) (integer|string|boolean|number|array|object)");
        int compared = 0;
        for (Map.Entry<String, String> entry : sentences.entrySet()) {
            String mark = entry.getValue().endsWith("C)") ? "C" : "D";
            String text = sheet.line(entry.getValue());
            for (var match : member.matcher(text).results().toList()) {
                for (String name : FactSheet.names(match.group(1))) {
                    if (VALUE.matcher(name).matches()) {
                        continue;
                    }
                    Schema<?> property = properties(entry.getKey()).get(name);
                    if (property == null) {
                        // bounds of an interval have a schema of their own
                        property = properties("ConfidenceInterval").get(name);
                    }
                    String what = entry.getKey() + "." + name;
                    if (property == null) {
                        differences.add("missing: " + what);
                    } else if (!match.group(2).equals(resolved(property).getType())) {
                        differences.add(what + " is no " + match.group(2));
                    } else {
                        compareMark(what, mark, confidence(property.getExtensions()), "");
                    }
                    compared++;
                }
            }
        }

        assertThat(compared).isGreaterThan(35);
        assertThat(differences).isEmpty();
    }
}
