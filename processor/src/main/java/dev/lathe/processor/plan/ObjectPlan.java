package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A generated class for a JSON object.
 *
 * @param base generated base class, or the runtime's
 * @param hasGeneratedBase whether {@code base} is generated
 * @param typeName what the wire calls the type
 * @param wireNames of all members, the base's first; a member's index is its position here
 * @param firstOwn index of the first member that is not the base's
 * @param members own properties
 * @param inherited properties of the bases, for setters that return this class
 * @param navigations own navigation properties that lead to a generated class
 * @param derived wire names of all types below this one, to their classes
 * @param readOnly wire names of members, own and inherited, that only the service sets: no part of a request
 * @param discriminator wire name of the member that tells the type; empty for OData and for types without one
 * @param marks wire names of members that tell the type, to the values that stand for this one
 * @param key empty for anything but a keyed entity type
 * @param additional type of the members that the document does not name; empty when they are of any type
 * @param unions sealed interfaces of which this class is a case
 */
public record ObjectPlan(
        ClassName name,
        ClassName base,
        boolean hasGeneratedBase,
        String typeName,
        List<String> wireNames,
        int firstOwn,
        List<MemberPlan> members,
        List<MemberPlan> inherited,
        List<NavigationPlan> navigations,
        Map<String, ClassName> derived,
        List<String> readOnly,
        String discriminator,
        Map<String, String> marks,
        List<KeyPart> key,
        Optional<ValuePlan> additional,
        List<ClassName> unions,
        DocPlan docs) {

    /** A part of the key; a path with slashes where it is no member of the object itself. */
    public record KeyPart(String name, String path) {

        public boolean isNested() {
            return !name.equals(path);
        }
    }

    /** A navigation property that can be expanded into a generated class. */
    public record NavigationPlan(int index, ClassName target) {}
}
