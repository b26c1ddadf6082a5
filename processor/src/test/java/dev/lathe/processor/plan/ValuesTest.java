package dev.lathe.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.processor.model.ScalarKind;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private final Values values = new Values(new TypeNames("test"), false);

    @Test
    void everyKindOfTypeHasAValue() {
        List<TypeRef> samples = List.of(
                TypeRef.STRING,
                new TypeRef.ListOf(TypeRef.STRING),
                new TypeRef.MapOf(TypeRef.STRING),
                new TypeRef.Named(new TypeId("gone")),
                TypeRef.ANY,
                new TypeRef.Stream());

        assertThat(samples.stream().<Object>map(Object::getClass))
                .containsExactlyInAnyOrder((Object[]) TypeRef.class.getPermittedSubclasses());
        assertThat(samples)
                .allSatisfy(type -> assertThat(values.of(type).java()).isNotNull());
    }

    @Test
    void everyScalarHasAJavaType() {
        assertThat(Arrays.stream(ScalarKind.values()).map(ScalarPlan::of))
                .allSatisfy(scalar -> assertThat(scalar.java().toString()).isNotEmpty());
    }

    @Test
    void aTypeThatWasLeftOutIsReadAsAnyValue() {
        assertThat(values.of(new TypeRef.Named(new TypeId("gone"))).java()).isEqualTo(RuntimeTypes.JSON_VALUE);
    }
}
