package dev.lathe.processor.odata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecSource;
import dev.lathe.processor.model.TypeId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads CSDL that a test has in view. */
final class Csdl {

    private Csdl() {}

    /** Reads the children of a schema {@code Shop} with the alias {@code S}. */
    static Read schema(String children) {
        return document("""
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
                  <edmx:DataServices>
                    <Schema Namespace="Shop" Alias="S" xmlns="http://docs.oasis-open.org/odata/ns/edm">
                %s
                    </Schema>
                  </edmx:DataServices>
                </edmx:Edmx>
                """.formatted(children));
    }

    /** Reads schemas, each with its namespace. */
    static Read schemas(String schemas) {
        return document("""
                <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
                %s
                </edmx:DataServices></edmx:Edmx>
                """.formatted(
                        schemas.replace("<Schema ", "<Schema xmlns=\"http://docs.oasis-open.org/odata/ns/edm\" ")));
    }

    static Read document(String document) {
        return bytes(document.getBytes(StandardCharsets.UTF_8));
    }

    static Read bytes(byte[] bytes) {
        var problems = new Problems();
        Optional<ApiModel> model = new ODataFrontEnd()
                .read(new SpecSource("shop.xml", bytes, Optional.empty(), Optional.empty()), problems);
        return new Read(model, problems.all());
    }

    /** What came out. */
    record Read(Optional<ApiModel> found, List<Problem> problems) {

        /** The model, of a document without any fault. */
        ApiModel model() {
            assertThat(problems.stream().map(Problem::text)).isEmpty();
            return found.orElseThrow();
        }

        ObjectDecl type(String name) {
            return found.orElseThrow().types().stream()
                    .filter(type -> type.name().equals(name))
                    .map(ObjectDecl.class::cast)
                    .findFirst()
                    .orElseThrow();
        }

        EnumDecl enumeration(String name) {
            return (EnumDecl)
                    found.orElseThrow().type(new TypeId("Shop." + name)).orElseThrow();
        }

        Property property(String type, String property) {
            return type(type).properties().stream()
                    .filter(p -> p.wireName().equals(property))
                    .findFirst()
                    .orElseThrow();
        }

        Navigation navigation(String type, String navigation) {
            return type(type).navigations().stream()
                    .filter(p -> p.wireName().equals(navigation))
                    .findFirst()
                    .orElseThrow();
        }

        List<String> sets() {
            return found.orElseThrow().resources().stream().map(Resource::name).toList();
        }

        List<ODataOperation> operations(String name) {
            return found.orElseThrow().operations().stream()
                    .filter(operation -> operation.name().equals(name))
                    .toList();
        }

        ODataOperation operation(String name) {
            assertThat(operations(name)).hasSize(1);
            return operations(name).get(0);
        }

        /** That this is the only problem, and an error. */
        Found onlyError(String code) {
            assertThat(found).isEmpty();
            return only(code, Problem.Severity.ERROR);
        }

        /** That this is the only problem, and one that leaves the rest of the document in use. */
        Found onlyWarning(String code) {
            assertThat(found).isPresent();
            return only(code, Problem.Severity.WARNING);
        }

        private Found only(String code, Problem.Severity severity) {
            assertThat(problems)
                    .as("%s", problems.stream().map(Problem::text).toList())
                    .hasSize(1);
            assertThat(problems.get(0).code()).isEqualTo(code);
            assertThat(problems.get(0).severity()).isEqualTo(severity);
            return new Found(problems.get(0));
        }
    }

    /** One problem. */
    record Found(Problem problem) {

        Found at(String pointer, int line, int column) {
            assertThat(problem.at().pointer()).isEqualTo(pointer);
            assertThat(problem.at().line()).as("line").isEqualTo(line);
            assertThat(problem.at().column()).as("column").isEqualTo(column);
            return this;
        }

        Found says(String text) {
            assertThat(problem.text()).contains(text);
            return this;
        }
    }
}
