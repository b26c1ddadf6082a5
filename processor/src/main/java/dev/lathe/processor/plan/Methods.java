package dev.lathe.processor.plan;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of the methods of one type. Overloads of the document share a name where Java can tell them apart too. */
final class Methods {

    private static final TypeName OPTIONS = TypeName.VOID;

    private final Scope names;
    private final Map<String, Set<List<TypeName>>> overloads = new HashMap<>();

    Methods(Scope names) {
        this.names = names;
    }

    /** @param options whether there is a second form, with one more parameter for options */
    String take(String name, String suffix, List<TypeName> parameters, boolean options) {
        Set<List<TypeName>> wanted = signatures(parameters, options);
        for (String shared : List.of(name, name + suffix)) {
            Set<List<TypeName>> taken = overloads.get(shared);
            if (taken != null && wanted.stream().noneMatch(taken::contains)) {
                taken.addAll(wanted);
                return shared;
            }
        }
        String free = names.take(name, suffix);
        overloads.put(free, wanted);
        return free;
    }

    private static Set<List<TypeName>> signatures(List<TypeName> parameters, boolean options) {
        List<TypeName> erased =
                new ArrayList<>(parameters.stream().map(Methods::erased).toList());
        Set<List<TypeName>> signatures = new HashSet<>();
        signatures.add(List.copyOf(erased));
        if (options) {
            erased.add(OPTIONS);
            signatures.add(List.copyOf(erased));
        }
        return signatures;
    }

    private static TypeName erased(TypeName type) {
        return type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
    }
}
