package dev.lathe.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void classNamesThatDifferByCaseAreOneFileOnSomeMachines() {
        Scope types = Scope.ofTypes(Set.of("Object"));

        assertThat(types.take("solution", "Entity")).isEqualTo("solution");
        assertThat(types.take("Solution", "Type")).isEqualTo("SolutionType");
        assertThat(types.take("SOLUTION", "Type")).isEqualTo("SOLUTIONType2");
        assertThat(types.take("Object", "Type")).isEqualTo("ObjectType");
    }

    @Test
    void memberNamesThatDifferByCaseAreTwoNames() {
        Scope members = Scope.ofMembers("getClass");

        assertThat(members.take("getName")).isEqualTo("getName");
        assertThat(members.take("getname")).isEqualTo("getname");
        assertThat(members.take("getName")).isEqualTo("getName2");
        assertThat(members.take("getClass", "Member")).isEqualTo("getClassMember");
    }
}
