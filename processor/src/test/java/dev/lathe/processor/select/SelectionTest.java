package dev.lathe.processor.select;

import static dev.lathe.processor.select.Shop.complex;
import static dev.lathe.processor.select.Shop.entity;
import static dev.lathe.processor.select.Shop.enumeration;
import static dev.lathe.processor.select.Shop.lookup;
import static dev.lathe.processor.select.Shop.model;
import static dev.lathe.processor.select.Shop.named;
import static dev.lathe.processor.select.Shop.operation;
import static dev.lathe.processor.select.Shop.property;
import static dev.lathe.processor.select.Shop.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problem;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Selecting from OData. */
class SelectionTest {

    private static final ApiModel SHOP = model(
            List.of(
                    entity("base", "").with(property("id"), property("created")).keyed("id"),
                    entity("account", "base")
                            .with(property("name"), property("_owner_value"), property("state", named("state")))
                            .with(property("home", named("address")))
                            .with(lookup("owner", "user", "_owner_value"), lookup("parent", "account", "")),
                    entity("contact", "base").with(property("name")).with(lookup("account", "account", "")),
                    entity("user", "base").with(property("name")),
                    complex("address").with(property("city"), property("country", named("country"))),
                    complex("country").with(property("code")),
                    complex("answer").with(property("who", named("user")), property("note")),
                    enumeration("state")),
            List.of(
                    set("accounts", "account"),
                    set("contacts", "contact"),
                    set("users", "user"),
                    set("vips", "contact")),
            List.of(
                    operation("WhoAmI", "", named("answer")),
                    operation("Merge", "account", named("answer")),
                    operation("Merge", "contact", named("answer")),
                    operation("Share", "user", TypeRef.STRING)));

    @Test
    void withoutPatternsEverythingStays() {
        assertThat(select(List.of(), List.of())).isSameAs(SHOP);
    }

    @Test
    void aSetBringsItsTypeWithBasesAndWhatItsPropertiesNeed() {
        ApiModel model = select(List.of("accounts"), List.of());

        assertThat(sets(model)).containsExactly("accounts");
        assertThat(types(model)).containsExactly("base", "account", "address", "country", "state");
        assertThat(model.operations()).isEmpty();
        assertThat(properties(model, "account")).containsExactly("name", "_owner_value", "state", "home");
    }

    @Test
    void aComplexTypeBringsThoseThatDeriveFromIt() {
        ApiModel zoo = model(
                List.of(
                        entity("cage", "")
                                .with(property("id"), property("tenant", named("animal")))
                                .keyed("id"),
                        complex("animal").with(property("name")),
                        complex("dog", "animal").with(property("barks", named("noise"))),
                        complex("noise"),
                        complex("puppy", "dog"),
                        complex("stone"),
                        complex("cat", "animal")),
                List.of(set("cages", "cage")),
                List.of());

        assertThat(types(select(zoo, List.of("cages"), List.of("cat"))))
                .containsExactly("cage", "animal", "dog", "noise", "puppy");
    }

    @Test
    void aNavigationToATableThatIsLeftOutStaysUntyped() {
        ApiModel model = select(List.of("accounts"), List.of());

        Navigation owner = navigation(model, "account", "owner");
        assertThat(owner.typed()).isFalse();
        assertThat(owner.target()).isEqualTo(new TypeId("Shop.user"));
        assertThat(owner.lookup()).contains("_owner_value");
        assertThat(owner.targetSet()).contains("users");
        assertThat(navigation(model, "account", "parent").typed()).isTrue();
    }

    @Test
    void aTypeBringsItsSets() {
        assertThat(sets(select(List.of("contact"), List.of()))).containsExactly("contacts", "vips");
        assertThat(sets(select(List.of("Shop.contact"), List.of()))).containsExactly("contacts", "vips");
    }

    @Test
    void aSetBringsNoOtherSetOfItsType() {
        assertThat(sets(select(List.of("vips"), List.of()))).containsExactly("vips");
    }

    @Test
    void patternsMatchAnyCharacters() {
        assertThat(sets(select(List.of("*cc*ts", "v*"), List.of()))).containsExactly("accounts", "vips");
        assertThat(types(select(List.of("Shop.*"), List.of()))).hasSize(8);
    }

    @Test
    void anOperationBringsWhatItNeedsButNoSets() {
        ApiModel model = select(List.of("WhoAmI"), List.of());

        assertThat(types(model)).containsExactly("base", "user", "answer");
        assertThat(sets(model)).isEmpty();
        assertThat(operations(model)).containsExactly("WhoAmI");
    }

    @Test
    void aBoundOperationBringsItsTableAndTheSet() {
        ApiModel model = select(List.of("Share"), List.of());

        assertThat(sets(model)).containsExactly("users");
        assertThat(operations(model)).containsExactly("Share");
    }

    @Test
    void ofOverloadsTheOnesOfSelectedTablesAreMeant() {
        ApiModel model = select(List.of("contacts", "Merge"), List.of());

        assertThat(model.operations()).hasSize(1);
        assertThat(model.operations().get(0).binding().orElseThrow().type()).isEqualTo(new TypeId("Shop.contact"));
    }

    @Test
    void columnsKeepTheKeyAndNothingElse() {
        ApiModel model = select(List.of("account.name"), List.of());

        assertThat(sets(model)).containsExactly("accounts");
        assertThat(types(model)).containsExactly("base", "account");
        assertThat(properties(model, "account")).containsExactly("name");
        assertThat(properties(model, "base")).containsExactly("id");
        assertThat(object(model, "account").navigations()).isEmpty();
    }

    @Test
    void columnsOfTheBaseCanBeNamedThroughTheTable() {
        ApiModel model = select(List.of("accounts.created", "contacts"), List.of());

        assertThat(properties(model, "base")).as("contact needs all of it").containsExactly("id", "created");
        assertThat(properties(model, "account")).isEmpty();
        assertThat(properties(select(List.of("accounts.created"), List.of()), "base"))
                .containsExactly("id", "created");
    }

    @Test
    void aNavigationAmongColumnsBringsTheIdOfItsLookup() {
        ApiModel model = select(List.of("account.owner"), List.of());

        assertThat(properties(model, "account")).containsExactly("_owner_value");
        assertThat(navigation(model, "account", "owner").lookup()).contains("_owner_value");
    }

    @Test
    void columnsHoldAgainstAWholeTable() {
        ApiModel model = select(List.of("accounts", "account.name", "account.state"), List.of());

        assertThat(properties(model, "account")).containsExactly("name", "state");
        assertThat(types(model)).containsExactly("base", "account", "state");
    }

    @Test
    void columnsOfManyTablesCanBeOnePattern() {
        ApiModel model = select(List.of("*.name"), List.of());

        assertThat(sets(model)).containsExactly("accounts", "contacts", "users", "vips");
        assertThat(properties(model, "contact")).containsExactly("name");
    }

    @Test
    void whatIsExcludedGoesAndReferencesToItAreUntyped() {
        ApiModel model = select(List.of(), List.of("user", "address", "Merge"));

        assertThat(sets(model)).containsExactly("accounts", "contacts", "vips");
        assertThat(types(model)).containsExactly("base", "account", "contact", "country", "answer", "state");
        assertThat(operations(model)).as("Share was bound to user").containsExactly("WhoAmI");
        assertThat(propertyOf(model, "account", "home").type()).isEqualTo(TypeRef.ANY);
        assertThat(propertyOf(model, "answer", "who").type()).isEqualTo(TypeRef.ANY);
        assertThat(navigation(model, "account", "owner").typed()).isFalse();
    }

    @Test
    void excludingAllSetsOfATableExcludesTheTable() {
        assertThat(types(select(List.of(), List.of("contacts")))).contains("contact");
        assertThat(types(select(List.of(), List.of("contacts", "vips")))).doesNotContain("contact");
    }

    @Test
    void aBaseTypeStaysWhereItIsNeeded() {
        assertThat(types(select(List.of("accounts"), List.of("base")))).contains("base");
    }

    @Test
    void excludedColumnsGoButTheKeyStays() {
        ApiModel model = select(List.of(), List.of("base.*", "account.home"));

        assertThat(properties(model, "base")).containsExactly("id");
        assertThat(properties(model, "account")).containsExactly("name", "_owner_value", "state");
    }

    @Test
    void aNameWithAnAliasLeadsToTheNameWithoutIt() {
        assertThat(problems(List.of("some.alias.of.it.account"), List.of()))
                .singleElement()
                .asString()
                .contains("did you mean 'account'?");
    }

    @Test
    void excludeWinsOverInclude() {
        ApiModel model = select(List.of("*s"), List.of("users"));

        assertThat(sets(model)).containsExactly("accounts", "contacts", "vips");
    }

    @Test
    void aPatternWithoutMatchIsAnErrorWithTheNearestName() {
        assertThat(problems(List.of("acounts"), List.of()))
                .containsExactly(
                        "[no-match] The pattern 'acounts' of include matches no entity set, type, operation or column of the"
                                + " document.\n  at   shop.xml\n  did you mean 'accounts'?");
        assertThat(problems(List.of(), List.of("WhoAmi")).get(0))
                .contains("of exclude")
                .contains("'WhoAmI'");
        assertThat(problems(List.of("account.nam"), List.of()).get(0))
                .contains("matches no column of account")
                .contains("did you mean 'name'?");
        assertThat(problems(List.of("acount.name"), List.of()).get(0)).contains("did you mean 'account.name'?");
    }

    private static ApiModel select(List<String> include, List<String> exclude) {
        return select(SHOP, include, exclude);
    }

    private static ApiModel select(ApiModel whole, List<String> include, List<String> exclude) {
        var problems = new Problems();
        ApiModel model = Selection.of(include, exclude, SpecPath.of("shop.xml")).apply(whole, problems);
        assertThat(problems.all()).isEmpty();
        return model;
    }

    private static List<String> problems(List<String> include, List<String> exclude) {
        var problems = new Problems();
        Selection.of(include, exclude, SpecPath.of("shop.xml")).apply(SHOP, problems);
        return problems.all().stream().map(Problem::text).toList();
    }

    private static List<String> sets(ApiModel model) {
        return model.resources().stream().map(Resource::name).toList();
    }

    private static List<String> types(ApiModel model) {
        return model.types().stream().map(TypeDecl::name).toList();
    }

    private static List<String> operations(ApiModel model) {
        return model.operations().stream().map(ODataOperation::name).toList();
    }

    private static ObjectDecl object(ApiModel model, String name) {
        return model.object(new TypeId("Shop." + name)).orElseThrow();
    }

    private static List<String> properties(ApiModel model, String type) {
        return object(model, type).properties().stream().map(Property::wireName).toList();
    }

    private static Property propertyOf(ApiModel model, String type, String name) {
        return object(model, type).properties().stream()
                .filter(property -> property.wireName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Navigation navigation(ApiModel model, String type, String name) {
        return object(model, type).navigations().stream()
                .filter(navigation -> navigation.wireName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
