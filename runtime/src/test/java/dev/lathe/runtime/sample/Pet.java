package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.Scalars;
import dev.lathe.runtime.json.UnionCase;
import dev.lathe.runtime.json.UnionType;
import java.util.List;

/** A union with all kinds of cases. */
public sealed interface Pet permits Cat, Fish, Pet.OfString, Pet.OfKind, Pet.OfList, Pet.Unknown {

    UnionType<Pet> TYPE = UnionType.<Pet>of(Pet.Unknown::new)
            .discriminatedBy("type")
            .when("cat", () -> Cat.TYPE)
            .when("fish", () -> Fish.TYPE)
            .object(() -> Cat.TYPE)
            .object(() -> Fish.TYPE)
            .scalar(Kind.TYPE, Pet.OfKind::new)
            .scalar(Scalars.STRING, Pet.OfString::new)
            .scalar(Scalars.INT32.list(), Pet.OfList::new);

    record OfString(String value) implements Pet, UnionCase {}

    record OfKind(Kind value) implements Pet, UnionCase {}

    record OfList(List<Integer> value) implements Pet, UnionCase {}

    record Unknown(JsonValue value) implements Pet, UnionCase {}
}
