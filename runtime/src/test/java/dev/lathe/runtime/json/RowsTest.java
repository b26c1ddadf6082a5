package dev.lathe.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.runtime.sample.Account;
import dev.lathe.runtime.sample.Activity;
import dev.lathe.runtime.sample.Animal;
import dev.lathe.runtime.sample.Contact;
import dev.lathe.runtime.sample.Dog;
import dev.lathe.runtime.sample.Task;
import dev.lathe.runtime.sample.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a reader remembers from one object to the next must not show. */
class RowsTest {

    @Test
    void objectsOfAListAreReadLikeObjectsAlone() {
        List<String> rows = List.of(
                "{\"sid\":1,\"x\":\"same\",\"name\":\"a\"}",
                "{\"name\":\"b\",\"x\":\"same\",\"y\":[1],\"sid\":2}",
                "{\"x\":\"diff\",\"y\":null}",
                "{}",
                "{\"x\":\"longer than before and then some, really: more than forty characters\",\"z\":1,\"sid\":null}",
                "{\"y\":\"\",\"x\":\"same\",\"children\":[{\"sid\":3,\"x\":\"in\"},{\"x\":\"in\"}]}");

        List<Trait> read = Trait.TYPE.list().parse("[" + String.join(",", rows) + "]");

        assertThat(read).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(read.get(i)).isEqualTo(Trait.TYPE.parse(rows.get(i)));
            assertThat(JsonValue.parse(Trait.TYPE.toJson(read.get(i))).members())
                    .isEqualTo(JsonValue.parse(rows.get(i)).members());
        }
    }

    @Test
    void anyNumberOfUnknownNamesIsKept() {
        Random random = new Random(7);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 20; row++) {
            StringBuilder json = new StringBuilder("{\"sid\":").append(row);
            for (int i = 0; i < 400; i++) {
                json.append(",\"n")
                        .append(random.nextInt(5000))
                        .append("_")
                        .append(i)
                        .append("\":\"")
                        .append(i % 7)
                        .append('"');
            }
            rows.add(json.append('}').toString());
        }

        List<Trait> read = Trait.TYPE.list().parse("[" + String.join(",", rows) + "]");

        for (int i = 0; i < rows.size(); i++) {
            assertThat(read.get(i).unknownMembers()).hasSize(400);
            assertThat(Trait.TYPE.toJson(read.get(i))).isEqualTo(rows.get(i));
        }
    }

    @Test
    void namesThatOnlyShareTheirHashAreKeptApart() {
        List<Trait> read = Trait.TYPE.list().parse("""
                [{"Aa":"1","BB":"2"},{"BB":"3","Aa":"4"},{"Aa":"5","BB":"6"}]""");

        assertThat(read.get(2).unknownMember("Aa").asString()).isEqualTo("5");
        assertThat(read.get(1).unknownMember("BB").asString()).isEqualTo("3");
    }

    @Test
    void derivedAndBaseObjectsMayBeMixed() {
        List<Activity> read = Activity.TYPE.list().parse("""
                [{"subject":"a","unknown":1},
                 {"@odata.type":"#Microsoft.Dynamics.CRM.task","@odata.etag":"W/1","subject":"b","percentcomplete":5,"unknown":1},
                 {"@odata.etag":"W/2","subject":"c","percentcomplete":6},
                 {"@odata.etag":"W/3","subject":"d","percentcomplete":7,"@odata.type":"#Microsoft.Dynamics.CRM.task",
                  "regardingobjectid_account":{"name":"n"}},
                 {"@type":"#Microsoft.Dynamics.CRM.task","subject":"e","percentcomplete":8},
                 {"@odata.type":"#Microsoft.Dynamics.CRM.letter","subject":"f"}]""");

        assertThat(read)
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("Activity", "Task", "Activity", "Task", "Task", "Activity");
        assertThat(((Task) read.get(1)).getPercentcomplete()).isEqualTo(5);
        assertThat(((Task) read.get(3)).getPercentcomplete()).isEqualTo(7);
        assertThat(((Task) read.get(4)).getPercentcomplete()).isEqualTo(8);
        assertThat(read.get(1).etag()).contains("W/1");
        assertThat(read.get(3).etag()).contains("W/3");
        assertThat(read.get(3).unknownMembers()).isEmpty();
        assertThat(read.get(5).odataType()).contains("Microsoft.Dynamics.CRM.letter");
        assertThat(read).noneMatch(JsonObject::hasChanges);
    }

    @Test
    void discriminatorsMayStandAnywhereInEachObject() {
        List<Animal> read = Animal.TYPE.list().parse("""
                [{"kind":"dog","bark":"1"},{"bark":"2","kind":"dog"},{"kind":"cat","bark":"3"},{"bark":"4","name":"n","kind":"dog","z":0}]""");

        assertThat(((Dog) read.get(1)).getBark()).isEqualTo("2");
        assertThat(read.get(2).unknownMember("bark").asString()).isEqualTo("3");
        assertThat(((Dog) read.get(3)).getBark()).isEqualTo("4");
        assertThat(read.get(3).unknownMembers()).containsOnlyKeys("z");
    }

    @Test
    void moreTypesThanAReaderRemembersAreReadAllTheSame() {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < 100; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"position\":{\"latitude\":")
                    .append(i)
                    .append(".0},\"track\":[{},{}]}");
        }

        List<Contact> read = Contact.TYPE.list().parse(json.append("]").toString());

        assertThat(read.get(99).getPosition().getLatitude()).isEqualTo(99.0);
    }

    @Test
    void undeclaredMembersThatAFilterDropsAreNotKeptInAnyRow() {
        JsonType<List<Account>> without = new JsonType<>() {
            @Override
            public List<Account> read(JsonReader in) {
                in.keepUndeclared(name -> !name.startsWith("x"));
                return in.list(Account.TYPE);
            }

            @Override
            public void write(JsonWriter out, List<Account> value) {
                throw new UnsupportedOperationException();
            }
        };

        List<Account> read = without.parse("""
                [{"name":"a","x1":1,"y":{"x":1}},{"x1":[1,{"x":2}],"name":"b","x2":"s","y":2}]""");

        assertThat(read).extracting(Account::getName).containsExactly("a", "b");
        assertThat(read).allSatisfy(row -> assertThat(row.unknownMembers()).containsOnlyKeys("y"));
    }
}
