package dev.lathe.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.runtime.sample.Account;
import dev.lathe.runtime.sample.Animal;
import dev.lathe.runtime.sample.Contact;
import dev.lathe.runtime.sample.Dog;
import dev.lathe.runtime.sample.GeoPoint;
import dev.lathe.runtime.sample.GeoPoint3D;
import dev.lathe.runtime.sample.Kind;
import dev.lathe.runtime.sample.Level;
import dev.lathe.runtime.sample.Trait;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    @Test
    void absentNullAndValueAreThreeStates() {
        Trait trait = Trait.TYPE.parse("""
                {"sid": 7, "name": null}""");

        assertThat(trait.getSid()).isEqualTo(7);
        assertThat(trait.isSet("sid")).isTrue();
        assertThat(trait.isNull("sid")).isFalse();
        assertThat(trait.getName()).isNull();
        assertThat(trait.isSet("name")).isTrue();
        assertThat(trait.isNull("name")).isTrue();
        assertThat(trait.getLevel()).isNull();
        assertThat(trait.isSet("level")).isFalse();
        assertThat(trait.isNull("level")).isFalse();
        assertThat(Trait.TYPE.toJson(trait)).isEqualTo("{\"sid\":7,\"name\":null}");
    }

    @Test
    void aMemberCanBeMadeAbsentAgain() {
        Trait trait = new Trait().setName("a").setSid(1L);

        trait.unset("name");

        assertThat(trait.getName()).isNull();
        assertThat(trait.changedMembers()).containsExactly("sid");
        assertThat(Trait.TYPE.toJson(trait)).isEqualTo("{\"sid\":1}");
    }

    @Test
    void unknownMembersAreKeptAndWrittenBackExactly() {
        String json = """
                {"sid":1,"new":"x","deep":{"a":[1,2.50,{"b":null}],"c":"\\"\\u00e9\\n"},"big":123456789012345678901234567890,"exp":1E5,"off":false,"none":null}""";
        Trait trait = Trait.TYPE.parse(json);

        assertThat(trait.unknownMembers()).containsOnlyKeys("new", "deep", "big", "exp", "off", "none");
        assertThat(trait.unknownMember("new").asString()).isEqualTo("x");
        assertThat(trait.unknownMember("deep").member("a").elements().get(1).asDecimal())
                .isEqualTo(new BigDecimal("2.50"));
        assertThat(trait.unknownMember("big").asDecimal()).isEqualTo("123456789012345678901234567890");
        assertThat(trait.isNull("none")).isTrue();
        assertThat(Trait.TYPE.toJson(trait)).isEqualTo(json.replace("\\u00e9", "é"));
        assertThat(trait.changedMembers()).isEmpty();
    }

    @Test
    void aliasesReadTheSameMember() {
        assertThat(Trait.TYPE.parse("{\"id\":5}").getSid()).isEqualTo(5);
    }

    @Test
    void settersMarkMembersAsChangedAndReadingDoesNot() {
        Trait trait = Trait.TYPE.parse("{\"sid\":1,\"name\":\"a\",\"level\":2}");
        assertThat(trait.hasChanges()).isFalse();

        trait.setName(null).setKind(Kind.RULE);

        assertThat(trait.changedMembers()).containsExactly("name", "kind");
        assertThat(changes(trait)).isEqualTo("{\"name\":null,\"kind\":\"RULE\"}");
        trait.markUnchanged();
        assertThat(trait.hasChanges()).isFalse();
        assertThat(changes(trait)).isEqualTo("{}");
    }

    @Test
    void membersBeyondTheFirst64AreTracked() {
        Account account = new Account().setAccountid(null).setDescription("d");
        assertThat(account.changedMembers()).containsExactly("accountid", "description");

        Wide wide = new Wide().set(3, "a").set(64, "b").set(200, "c");

        assertThat(wide.changedMembers()).containsExactly("m3", "m64", "m200");
        assertThat(Wide.TYPE.toJson(wide)).isEqualTo("{\"m3\":\"a\",\"m64\":\"b\",\"m200\":\"c\"}");
        Wide read = Wide.TYPE.parse(Wide.TYPE.toJson(wide));
        assertThat(read).isEqualTo(wide).hasSameHashCodeAs(wide);
        assertThat(read.changedMembers()).isEmpty();
        read.unset("m200");
        assertThat(read).isNotEqualTo(wide);
        assertThat(read.isSet("m200")).isFalse();
        wide.markUnchanged();
        assertThat(wide.hasChanges()).isFalse();
    }

    @Test
    void aChangeInsideOfANestedObjectIsSentAloneInItsPlace() {
        Contact contact = Contact.TYPE.parse("""
                {"fullname":"x","position":{"latitude":1.5,"longitude":2.5}}""");

        contact.getPosition().setLatitude(9.0);

        assertThat(contact.changedMembers()).containsExactly("position");
        assertThat(changes(contact)).isEqualTo("{\"position\":{\"latitude\":9.0}}");
    }

    @Test
    void aNestedObjectThatWasReplacedIsSentWhole() {
        Contact contact = Contact.TYPE.parse("{\"position\":{\"latitude\":1.5,\"longitude\":2.5}}");

        contact.setPosition(GeoPoint.TYPE.parse("{\"latitude\":3.0,\"longitude\":4.0}"));

        assertThat(changes(contact)).isEqualTo("{\"position\":{\"latitude\":3.0,\"longitude\":4.0}}");
    }

    @Test
    void listsAndMapsThatWereReadKnowThatTheyWereChanged() {
        String json = """
                {"tags":["a","b"],"counts":{"x":1},"children":[{"sid":1},{"sid":2}]}""";

        assertThat(changedAfter(json, t -> t.getTags().add("c"))).containsExactly("tags");
        assertThat(changedAfter(json, t -> t.getTags().set(0, "z"))).containsExactly("tags");
        assertThat(changedAfter(json, t -> t.getTags().subList(0, 1).set(0, "z")))
                .containsExactly("tags");
        assertThat(changedAfter(json, t -> t.getTags().sort(null)))
                .as("sorting writes")
                .containsExactly("tags");
        assertThat(changedAfter(json, t -> t.getTags().clear())).containsExactly("tags");
        assertThat(changedAfter(json, t -> t.getTags().removeIf("b"::equals))).containsExactly("tags");
        assertThat(changedAfter(json, t -> t.getCounts().put("y", 2L))).containsExactly("counts");
        assertThat(changedAfter(json, t -> t.getCounts().remove("x"))).containsExactly("counts");
        assertThat(changedAfter(json, t -> t.getCounts().remove("none"))).isEmpty();
        assertThat(changedAfter(json, t -> t.getCounts().replaceAll((k, v) -> 5L)))
                .containsExactly("counts");
        assertThat(changedAfter(json, t -> t.getCounts().keySet().clear())).containsExactly("counts");
        assertThat(changedAfter(json, t -> t.getChildren().get(1).setName("n"))).containsExactly("children");
        assertThat(changedAfter(json, t -> assertThat(t.getTags()).contains("a")))
                .isEmpty();
    }

    @Test
    void aListThatWasReadIsAnOrdinaryList() {
        List<String> tags = Trait.TYPE
                .parse("{\"tags\":[\"a\",\"b\",null,\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\"]}")
                .getTags();

        assertThat(tags).hasSize(10).startsWith("a", "b", null).isEqualTo(new ArrayList<>(tags));
        tags.add(1, "x");
        tags.remove("b");
        assertThat(tags).startsWith("a", "x", null, "d").hasSize(10);
        assertThatThrownBy(() -> tags.get(10)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> {
                    for (String tag : tags) {
                        tags.remove(tag);
                    }
                })
                .isInstanceOf(java.util.ConcurrentModificationException.class);
    }

    @Test
    void aCallersOwnListIsComparedWithHowItWasWhenItWasLastMarked() {
        List<String> tags = new ArrayList<>(Arrays.asList("a"));
        Map<String, Long> counts = new HashMap<>(Map.of("x", 1L));
        Trait trait = new Trait().setTags(tags).setCounts(counts);
        trait.markUnchanged();
        assertThat(trait.hasChanges()).isFalse();

        tags.add("b");
        assertThat(trait.changedMembers()).containsExactly("tags");
        counts.put("y", 2L);
        assertThat(trait.changedMembers()).containsExactly("tags", "counts");
    }

    @Test
    void markingAsUnchangedReachesEverythingInside() {
        Trait trait = Trait.TYPE.parse("{\"parent\":{\"sid\":1},\"children\":[{\"tags\":[\"a\"]}]}");
        trait.getParent().setName("p");
        trait.getChildren().get(0).getTags().add("b");
        assertThat(trait.changedMembers()).containsExactly("parent", "children");

        trait.markUnchanged();

        assertThat(trait.hasChanges()).isFalse();
        assertThat(trait.getParent().hasChanges()).isFalse();
    }

    @Test
    void anUnknownMemberCanBeSetAndCountsAsAChange() {
        Trait trait = Trait.TYPE.parse("{\"sid\":1,\"other\":2}");

        trait.setUnknownMember("other", JsonValue.of(3));
        trait.setUnknownMember("more", JsonValue.of(List.of("a")));

        assertThat(trait.changedMembers()).containsExactly("other", "more");
        assertThat(changes(trait)).isEqualTo("{\"other\":3,\"more\":[\"a\"]}");
        assertThat(Trait.TYPE.toJson(trait)).isEqualTo("{\"sid\":1,\"other\":3,\"more\":[\"a\"]}");
        trait.unset("other");
        assertThat(changes(trait)).isEqualTo("{\"more\":[\"a\"]}");
        assertThatThrownBy(() -> trait.setUnknownMember("sid", JsonValue.NULL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'sid' is a member of Trait: use its setter");
    }

    @Test
    void equalityLooksAtMembersAndUnknownOnesAndNotAtOrderOrChanges() {
        Trait one = Trait.TYPE.parse("{\"sid\":1,\"name\":\"a\",\"x\":1,\"y\":2,\"picture\":\"AQID\"}");
        Trait two = Trait.TYPE
                .parse("{\"y\":2,\"picture\":\"AQID\",\"x\":1,\"name\":\"a\"}")
                .setSid(1L);

        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
        assertThat(Trait.TYPE.parse("{\"sid\":1}"))
                .isNotEqualTo(one)
                .isNotEqualTo(Trait.TYPE.parse("{\"sid\":1,\"name\":null}"));
        assertThat(new Animal()).isNotEqualTo(new Dog());
    }

    @Test
    void toStringShowsTheClassAndTheMembersWithinBounds() {
        assertThat(Account.TYPE.parse("{\"@odata.etag\":\"W/1\",\"name\":\"a\",\"name@x.y\":\"b\",\"z\":1}"))
                .hasToString("Account{\"name\":\"a\",\"z\":1}");
        assertThat(new Trait().setName("n".repeat(10_000)).toString())
                .hasSizeLessThan(2100)
                .endsWith("…");
    }

    @Test
    void membersOfSpecialFormKeepIt() {
        String json = """
                {"createTime":1700000000123,"price":"12.50","picture":"+/8="}""";
        Trait trait = Trait.TYPE.parse(json);

        assertThat(trait.getCreateTime()).isEqualTo(Instant.ofEpochMilli(1700000000123L));
        assertThat(trait.getPrice()).isEqualTo("12.50");
        assertThat(trait.getPicture()).containsExactly(0xfb, 0xff);
        assertThat(Trait.TYPE.toJson(trait)).isEqualTo(json);
        assertThat(Trait.TYPE.toJson(
                        new Trait().setCreateTime(null).setPrice(null).setPicture(null)))
                .isEqualTo("{\"createTime\":null,\"price\":null,\"picture\":null}");
    }

    @Test
    void aDiscriminatorChoosesTheDerivedClassWhereverItStands() {
        Animal first = Animal.TYPE.parse("{\"kind\":\"dog\",\"name\":\"Rex\",\"bark\":\"wuff\",\"x\":1}");
        Animal last = Animal.TYPE.parse("{\"x\":1,\"bark\":\"wuff\",\"name\":\"Rex\",\"kind\":\"dog\"}");

        assertThat(first).isInstanceOf(Dog.class).isEqualTo(last);
        assertThat(((Dog) last).getBark()).isEqualTo("wuff");
        assertThat(last.getName()).isEqualTo("Rex");
        assertThat(last.changedMembers()).isEmpty();
        assertThat(last.unknownMembers()).containsOnlyKeys("x");
    }

    @Test
    void anUnknownDiscriminatorKeepsEverything() {
        String json = "{\"kind\":\"bird\",\"name\":\"Tweety\",\"wings\":2}";
        Animal bird = Animal.TYPE.parse(json);

        assertThat(bird.getClass()).isEqualTo(Animal.class);
        assertThat(Animal.TYPE.toJson(bird)).isEqualTo(json);
    }

    @Test
    void aValueOfADerivedComplexTypeNamesItsType() {
        GeoPoint read = GeoPoint.TYPE.parse("""
                {"@odata.type":"#Microsoft.Dynamics.CRM.GeoPoint3D","latitude":1.0,"altitude":3.0}""");
        assertThat(read).isInstanceOf(GeoPoint3D.class);

        Contact contact =
                new Contact().setPosition(read).setTrack(List.of(new GeoPoint3D().setAltitude(1.0), new GeoPoint()));

        assertThat(Contact.TYPE.toJson(contact)).isEqualTo("""
                {"position":{"@odata.type":"#Microsoft.Dynamics.CRM.GeoPoint3D","latitude":1.0,"altitude":3.0},\
                "track":[{"@odata.type":"#Microsoft.Dynamics.CRM.GeoPoint3D","altitude":1.0},{}]}""");
    }

    @Test
    void unknownValuesOfEnumerationsSurvive() {
        String json = "{\"kind\":\"SOMETHING_NEW\",\"level\":99}";
        Trait trait = Trait.TYPE.parse(json);

        assertThat(trait.getKind().isKnown()).isFalse();
        assertThat(trait.getKind()).isEqualTo(Kind.of("SOMETHING_NEW")).hasToString("SOMETHING_NEW");
        assertThat(Trait.TYPE.toJson(trait)).isEqualTo(json);
        assertThat(Trait.TYPE.parse("{\"kind\":\"RULE\",\"level\":2}").getKind())
                .isSameAs(Kind.RULE);
        assertThat(Trait.TYPE.parse("{\"level\":\"2\"}").getLevel()).isEqualTo(Level.HIGH);
        assertThat(Trait.TYPE.toJson(Trait.TYPE.parse("{\"level\":\"high\"}"))).isEqualTo("{\"level\":\"high\"}");
    }

    @Test
    void aValueOfAnEnumerationIsWrittenInTheFormItCameIn() {
        for (String json : List.of(
                "{\"kind\":3,\"level\":\"2\"}",
                "{\"kind\":\"3\",\"level\":2}",
                "{\"kind\":true,\"level\":\"\"}",
                "{\"kind\":1.50,\"level\":false}",
                "{\"kind\":null,\"level\":1e500}")) {
            Trait trait = Trait.TYPE.parse(json);

            assertThat(Trait.TYPE.toJson(trait)).isEqualToIgnoringCase(json.replace("1e500", "1e+500"));
            assertThat(trait.hasChanges()).isFalse();
        }
        Trait quoted = Trait.TYPE.parse("{\"level\":\"2\"}");
        assertThat(quoted.getLevel()).isEqualTo(Level.HIGH).hasSameHashCodeAs(Level.HIGH);
        assertThat(quoted.getLevel().isKnown()).isTrue();
        assertThat(Trait.TYPE.toJson(quoted.setLevel(Level.HIGH)))
                .as("a value of the caller's own travels as the document says")
                .isEqualTo("{\"level\":2}");
    }

    @Test
    void aRepeatedMemberCountsOnceAndTheLastValueWins() {
        Trait trait = Trait.TYPE.parse("{\"sid\":1,\"x\":1,\"sid\":2,\"x\":2}");

        assertThat(trait.getSid()).isEqualTo(2);
        assertThat(trait.unknownMember("x").asLong()).isEqualTo(2);
    }

    private static java.util.Set<String> changedAfter(String json, java.util.function.Consumer<Trait> change) {
        Trait trait = Trait.TYPE.parse(json);
        change.accept(trait);
        return trait.changedMembers();
    }

    private static String changes(JsonObject object) {
        try (JsonWriter out = new JsonWriter()) {
            out.changes(object);
            return new String(out.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatDiffersIsTakenFromAnotherObjectAndCountsAsChanged() {
        Trait trait = Trait.TYPE.parse("{\"sid\":1,\"name\":\"a\",\"new\":1,\"kept\":2}");

        trait.setAll(Trait.TYPE.parse("{\"sid\":1,\"name\":null,\"new\":3}"));

        assertThat(trait.changedMembers()).containsExactly("name", "new");
        assertThat(Trait.TYPE.toJson(trait)).isEqualTo("{\"sid\":1,\"name\":null,\"new\":3,\"kept\":2}");
        assertThatThrownBy(() -> trait.setAll(new Contact()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A Contact is no Trait");
    }
}
