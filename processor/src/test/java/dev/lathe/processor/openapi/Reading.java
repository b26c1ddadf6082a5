package dev.lathe.processor.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.ScalarKind;
import dev.lathe.processor.model.SpecSource;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.model.UnionDecl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of reading one document. */
record Reading(Optional<ApiModel> model, List<Problem> problems) {

    static final String NAME = "api.yaml";

    static Reading of(String document) {
        return of(document.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(byte[] document) {
        return of(new SpecSource(NAME, document, Optional.empty(), Optional.empty()));
    }

    static Reading of(Path root, String name) {
        Path file = root.resolve(name);
        try {
            return of(new SpecSource(name, Files.readAllBytes(file), Optional.of(file), Optional.of(root)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading of(SpecSource source) {
        Problems problems = new Problems();
        Optional<ApiModel> model = new OpenApiFrontEnd().read(source, problems);
        return new Reading(model, problems.all());
    }

    /** A 3.0 document with these schemas, indented as they stand. */
    static Reading schemas(String schemas) {
        return of(with("3.0.3", schemas));
    }

    static Reading schemas31(String schemas) {
        return of(with("3.1.0", schemas));
    }

    private static String with(String version, String schemas) {
        return "openapi: " + version + "\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
                + schemas.indent(4);
    }

    /** A 3.0 document with these paths. */
    static Reading paths(String paths) {
        return of("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n" + paths.indent(2));
    }

    Reading clean() {
        assertThat(problems).isEmpty();
        return this;
    }

    ApiModel get() {
        assertThat(model).as(problems.toString()).isPresent();
        return model.get();
    }

    TypeDecl type(String name) {
        return get().types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no type " + name + " but " + typeNames()));
    }

    List<String> typeNames() {
        return get().types().stream().map(TypeDecl::name).toList();
    }

    ObjectDecl object(String name) {
        return (ObjectDecl) type(name);
    }

    EnumDecl list(String name) {
        return (EnumDecl) type(name);
    }

    UnionDecl union(String name) {
        return (UnionDecl) type(name);
    }

    List<String> values(String name) {
        return list(name).members().stream().map(EnumDecl.Member::wireValue).toList();
    }

    Property property(String type, String name) {
        return object(type).properties().stream()
                .filter(property -> property.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no property " + name + " but " + properties(type)));
    }

    /** Names of the own members of a type to what they are. */
    Map<String, String> properties(String type) {
        return object(type).properties().stream()
                .collect(Collectors.toMap(
                        Property::wireName, p -> spelled(p.type()), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /** A type in one word: {@code [Pet]} is a list, {@code {Pet}} a map. */
    String spelled(TypeRef type) {
        if (type instanceof TypeRef.Scalar scalar) {
            return scalar.kind().name();
        }
        if (type instanceof TypeRef.ListOf list) {
            return "[" + spelled(list.item()) + "]";
        }
        if (type instanceof TypeRef.MapOf map) {
            return "{" + spelled(map.value()) + "}";
        }
        if (type instanceof TypeRef.Named named) {
            return nameOf(named.id());
        }
        return type instanceof TypeRef.Any ? "ANY" : "STREAM";
    }

    String nameOf(TypeId id) {
        return get().type(id).map(TypeDecl::name).orElseThrow(() -> new AssertionError("no type is " + id));
    }

    List<HttpOperation> operations() {
        return get().resources().stream()
                .flatMap(resource -> ((Resource.Tagged) resource).operations().stream())
                .toList();
    }

    HttpOperation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation " + id));
    }

    /** The only problem that was found. */
    Problem only(String code) {
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        return problems.get(0);
    }

    /** The only problem that was found, which must have ended the reading. */
    Problem refused(String code) {
        assertThat(model).isEmpty();
        Problem problem = only(code);
        assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
        return problem;
    }

    /** The only problem that was found, which must have left the rest intact. */
    Problem warned(String code) {
        assertThat(model).isPresent();
        Problem problem = only(code);
        assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
        return problem;
    }

    static TypeRef scalar(ScalarKind kind) {
        return new TypeRef.Scalar(kind);
    }
}
