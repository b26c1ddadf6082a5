package dev.lathe.processor.plan;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.model.UnionDecl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which members of an object only the service sets, so that they are no part of a request. What tells the type of an
 * object always is: without it the service could not know what it is sent.
 */
final class ReadOnlyMembers {

    private final ApiModel model;

    /** By case of a union, the members that tell it apart. */
    private final Map<TypeId, Set<String>> telling = new HashMap<>();

    ReadOnlyMembers(ApiModel model) {
        this.model = model;
        model.types().stream()
                .filter(UnionDecl.class::isInstance)
                .map(UnionDecl.class::cast)
                .forEach(union -> union.discriminator().ifPresent(told -> note(union, told.property())));
    }

    private void note(UnionDecl union, String property) {
        for (TypeRef each : union.cases()) {
            if (each instanceof TypeRef.Named named) {
                telling.computeIfAbsent(named.id(), none -> new HashSet<>()).add(property);
            }
        }
    }

    /** Their names on the wire, those of the bases first. */
    List<String> of(ObjectDecl type, List<MemberPlan> inherited, List<MemberPlan> own) {
        Set<String> sent = new HashSet<>();
        Optional<ObjectDecl> at = Optional.of(type);
        while (at.isPresent()) {
            at.get().discriminator().ifPresent(told -> sent.add(told.property()));
            sent.addAll(telling.getOrDefault(at.get().id(), Set.of()));
            at = at.get().base().flatMap(model::object);
        }
        return Stream.concat(inherited.stream(), own.stream())
                .filter(member -> !member.isWritable())
                .map(MemberPlan::wireName)
                .filter(name -> !sent.contains(name))
                .toList();
    }
}
