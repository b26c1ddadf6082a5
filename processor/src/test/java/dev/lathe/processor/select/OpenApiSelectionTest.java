package dev.lathe.processor.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.ApiInfo;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Discriminator;
import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.model.UnionDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Selecting from OpenAPI. */
class OpenApiSelectionTest {

    private static final SpecPath AT = SpecPath.of("pets.yaml");

    private static final List<TypeDecl> TYPES = List.of(
            object("Pet", "", Map.of("cat", "Cat"), Optional.empty(), named("Tag")),
            object("Cat", "Pet", Map.of(), Optional.empty()),
            object("Dog", "Pet", Map.of(), Optional.empty()),
            object("Tag", "", Map.of(), Optional.of(named("Extra"))),
            object("Extra", "", Map.of(), Optional.empty()),
            object("Unused", "", Map.of(), Optional.empty(), named("Unused")),
            union("Either", "Error", "Order"),
            object("Error", "", Map.of(), Optional.empty()),
            object("Order", "", Map.of(), Optional.empty()));

    private static final ApiModel PETS = model(List.of(
            tagged(
                    "pets",
                    operation("listPets", "GET", "/pets", new TypeRef.ListOf(named("Pet"))),
                    operation("findPet", "GET", "/pets/{id}", named("Pet"))),
            tagged("store", operation("order", "POST", "/store/orders", new TypeRef.MapOf(named("Either"))))));

    @Test
    void schemasThatNoOperationNeedsDoNotComeOut() {
        assertThat(types(select(List.of(), List.of())))
                .containsExactly("Pet", "Cat", "Tag", "Extra", "Either", "Error", "Order");
    }

    @Test
    void aDocumentWithoutOperationsIsThereForItsSchemas() {
        var problems = new Problems();

        ApiModel model = Selection.of(List.of(), List.of(), AT).apply(model(List.of()), problems);

        assertThat(model.types()).hasSize(TYPES.size());
    }

    @Test
    void operationsAreSelectedByTagPathIdOrMethodAndPath() {
        assertThat(operations(select(List.of("pets"), List.of()))).containsExactly("listPets", "findPet");
        assertThat(operations(select(List.of("/pets/*"), List.of()))).containsExactly("findPet");
        assertThat(operations(select(List.of("list*", "order"), List.of()))).containsExactly("listPets", "order");
        assertThat(operations(select(List.of("POST *"), List.of()))).containsExactly("order");
    }

    @Test
    void aResourceWithoutOperationsGoesAndItsSchemasToo() {
        ApiModel model = select(List.of(), List.of("/pets*"));

        assertThat(model.resources()).extracting(Resource::name).containsExactly("store");
        assertThat(types(model)).containsExactly("Either", "Error", "Order");
    }

    @Test
    void aPatternWithoutMatchIsAnErrorWithTheNearestName() {
        var problems = new Problems();
        Selection.of(List.of("findPets"), List.of(), AT).apply(PETS, problems);

        assertThat(problems.all())
                .extracting(Problem::text)
                .containsExactly(
                        "[no-match] The pattern 'findPets' of include matches no tag, path or operation id of the document.\n"
                                + "  at   pets.yaml\n  did you mean 'findPet'?");
    }

    @Test
    void manyStarsAreNoWork() {
        assertThat(new Glob("*a".repeat(40) + "b").matches("a".repeat(5_000))).isFalse();
        assertThat(new Glob("*").matches("")).isTrue();
        assertThat(new Glob("").matches("a")).isFalse();
        assertThat(new Glob("a*b*c").matches("a-b-b-c")).isTrue();
    }

    private static ApiModel select(List<String> include, List<String> exclude) {
        var problems = new Problems();
        ApiModel model = Selection.of(include, exclude, AT).apply(PETS, problems);
        assertThat(problems.all()).isEmpty();
        return model;
    }

    private static List<String> types(ApiModel model) {
        return model.types().stream().map(TypeDecl::name).toList();
    }

    private static List<String> operations(ApiModel model) {
        return model.resources().stream()
                .flatMap(resource -> ((Resource.Tagged) resource).operations().stream())
                .map(HttpOperation::id)
                .toList();
    }

    private static ApiModel model(List<Resource> resources) {
        var info = new ApiInfo("OpenAPI 3.0.3", "Pets", "1", "", "", List.of(), List.of(), Docs.NONE, AT);
        return new ApiModel(info, TYPES, resources, List.of());
    }

    private static Resource tagged(String tag, HttpOperation... operations) {
        return new Resource.Tagged(tag, List.of(operations), Docs.NONE, AT);
    }

    private static HttpOperation operation(String id, String method, String path, TypeRef answer) {
        var response = new HttpOperation.Response(
                "200",
                "application/json",
                Optional.of(answer),
                false,
                HttpOperation.Form.JSON,
                List.of(),
                Docs.NONE,
                AT);
        return new HttpOperation(
                id,
                id,
                method,
                path,
                List.of(),
                Optional.empty(),
                List.of(response),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Docs.NONE,
                AT);
    }

    private static TypeDecl object(
            String name, String base, Map<String, String> cases, Optional<TypeRef> additional, TypeRef... properties) {
        List<Property> members = new ArrayList<>();
        for (TypeRef type : properties) {
            members.add(new Property(
                    "p" + members.size(), type, false, true, Property.Access.READ_WRITE, List.of(), Docs.NONE, AT));
        }
        Map<String, TypeId> mapping = new java.util.TreeMap<>();
        cases.forEach((value, type) -> mapping.put(value, id(type)));
        return new ObjectDecl(
                id(name),
                name,
                ObjectDecl.Kind.SCHEMA,
                name,
                base.isEmpty() ? Optional.empty() : Optional.of(id(base)),
                false,
                members,
                List.of(),
                List.of(),
                cases.isEmpty() ? Optional.empty() : Optional.of(new Discriminator("type", mapping)),
                additional,
                Docs.NONE,
                AT);
    }

    private static TypeDecl union(String name, String... cases) {
        List<TypeRef> types = new ArrayList<>();
        for (String one : cases) {
            types.add(named(one));
        }
        return new UnionDecl(id(name), name, types, Optional.empty(), Docs.NONE, AT);
    }

    private static TypeRef named(String name) {
        return new TypeRef.Named(id(name));
    }

    private static TypeId id(String name) {
        return new TypeId("#/components/schemas/" + name);
    }
}
