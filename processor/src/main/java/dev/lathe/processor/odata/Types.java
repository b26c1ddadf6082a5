package dev.lathe.processor.odata;

import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.KeyPart;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import dev.lathe.processor.odata.Structures.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.api.edm.provider.CsdlEnumType;
import org.apache.olingo.commons.api.edm.provider.CsdlNavigationProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;

/** Makes the model's types. */
final class Types {

    private final TypeNames names;
    private final Structures structures;
    private final Bindings bindings;
    private final Vocabulary vocabulary;
    private final Marks marks;
    private final Findings findings;
    private final boolean dataverse;

    Types(
            TypeNames names,
            Structures structures,
            Bindings bindings,
            Vocabulary vocabulary,
            Marks marks,
            Findings findings,
            boolean dataverse) {
        this.names = names;
        this.structures = structures;
        this.bindings = bindings;
        this.vocabulary = vocabulary;
        this.marks = marks;
        this.findings = findings;
        this.dataverse = dataverse;
    }

    /** All types of the document, in its order. */
    List<TypeDecl> all(List<CsdlSchema> schemas) {
        record Placed(int offset, TypeDecl type) {}
        List<Placed> placed = new ArrayList<>();
        for (Structure structure : structures.all()) {
            placed.add(new Placed(marks.get(structure.key()).offset(), object(structure)));
        }
        for (CsdlSchema schema : schemas) {
            for (CsdlEnumType type : schema.getEnumTypes()) {
                String key = Marks.type(schema.getNamespace(), type.getName());
                placed.add(new Placed(marks.get(key).offset(), enumeration(key, type)));
            }
        }
        placed.sort(Comparator.comparingInt(Placed::offset));
        return placed.stream().map(Placed::type).toList();
    }

    private ObjectDecl object(Structure structure) {
        TypeId id = structure.id();
        var type = structure.type();
        List<KeyPart> key = key(structure);
        Set<String> inherited = inherited(structure);
        boolean media = type instanceof CsdlEntityType entity && entity.hasStream();
        return new ObjectDecl(
                id,
                type.getName(),
                structure.isEntity() ? ObjectDecl.Kind.ENTITY : ObjectDecl.Kind.COMPLEX,
                id.value(),
                structures.base(id),
                type.isAbstract(),
                type.getProperties().stream()
                        .filter(property -> isNew(property.getName(), inherited, structure))
                        .map(property -> property(property, structure, key))
                        .toList(),
                type.getNavigationProperties().stream()
                        .filter(navigation -> isNew(navigation.getName(), inherited, structure))
                        .flatMap(navigation -> navigation(navigation, structure).stream())
                        .toList(),
                key,
                Optional.empty(),
                type.isOpenType() ? Optional.of(TypeRef.ANY) : Optional.empty(),
                media,
                alternateKeys(structure),
                docs(structure.key()),
                marks.at(structure.key()));
    }

    private List<KeyPart> key(Structure structure) {
        if (!structure.isEntity()) {
            return List.of();
        }
        List<KeyPart> key = structures.key(structure.id());
        for (KeyPart part : key) {
            Optional<CsdlProperty> property = structures.property(structure.id(), part.path(), names);
            if (property.isEmpty()) {
                findings.warning(
                        "unknown-property",
                        marks.at(structure.key()),
                        "The key of '" + structure.type().getName() + "' names '" + part.path()
                                + "', which is no property of it; its values cannot be addressed by key.");
                return List.of();
            }
            if (property.get().isCollection()
                    || !names.isSingleValue(property.get().getType())) {
                findings.warning(
                        "key-type",
                        marks.at(structure.key()),
                        "The key of '" + structure.type().getName() + "' names '" + part.path()
                                + "', which holds no single value; rows cannot be addressed by key.");
                return List.of();
            }
            // CSDL 4.01, section 6.5.1: a path has no form in a URL, so the part needs a name of its own.
            if (part.isNested() && part.name().contains("/")) {
                findings.warning(
                        "nested-key",
                        marks.at(structure.key()),
                        "The key of '" + structure.type().getName() + "' uses '" + part.path()
                                + "', a property within a property, without an Alias; its values cannot be addressed by"
                                + " key.");
                return List.of();
            }
        }
        return key;
    }

    private List<List<KeyPart>> alternateKeys(Structure structure) {
        return vocabulary.alternateKeys(marks.get(structure.key()).annotations()).stream()
                .filter(key -> isUsable(key, structure))
                .toList();
    }

    private boolean isUsable(List<KeyPart> alternateKey, Structure structure) {
        for (KeyPart part : alternateKey) {
            Optional<CsdlProperty> property = structures.property(structure.id(), part.path(), names);
            boolean single = property.isPresent()
                    && !property.get().isCollection()
                    && names.isSingleValue(property.get().getType());
            if (!single || part.name().contains("/")) {
                findings.warning(
                        "alternate-key",
                        marks.at(structure.key()),
                        "An alternate key of '" + structure.type().getName() + "' names '" + part.path() + "', which "
                                + (single
                                        ? "is a property within a property, without an Alias"
                                        : "is no property of it with a single value")
                                + "; rows cannot be addressed by that key.");
                return false;
            }
        }
        return true;
    }

    private Set<String> inherited(Structure structure) {
        Set<String> inherited = new HashSet<>();
        for (Structure base : structures.line(structure.id())) {
            if (!base.id().equals(structure.id())) {
                base.type().getProperties().forEach(property -> inherited.add(property.getName()));
                base.type().getNavigationProperties().forEach(property -> inherited.add(property.getName()));
            }
        }
        return inherited;
    }

    private boolean isNew(String member, Set<String> inherited, Structure structure) {
        if (!inherited.contains(member)) {
            return true;
        }
        findings.warning(
                "duplicate-definition",
                marks.at(Marks.member(structure.key(), member)),
                "'" + member + "' of '" + structure.type().getName()
                        + "' is declared by a base type already; that declaration counts.");
        return false;
    }

    private Property property(CsdlProperty property, Structure structure, List<KeyPart> key) {
        String place = Marks.member(structure.key(), property.getName());
        SpecPath at = marks.at(place);
        TypeRef type = names.type(property.getType(), property.isCollection(), at);
        boolean isKey = key.contains(KeyPart.of(property.getName()));
        // A collection is never null; Nullable then speaks of its items (CSDL 4.01, section 7.2.1).
        boolean nullable = property.isNullable() && !property.isCollection() && !isKey;
        return new Property(
                property.getName(),
                type,
                !property.isNullable() && !property.isCollection(),
                nullable,
                isKey ? Property.Access.READ_WRITE : access(property, place),
                List.of(),
                docs(place),
                at);
    }

    private Property.Access access(CsdlProperty property, String place) {
        // Dataverse takes lookups by navigation (name@odata.bind) and refuses the property that shows their id.
        boolean lookupId = dataverse
                && property.getName().startsWith("_")
                && property.getName().endsWith("_value")
                && property.getType().equals("Edm.Guid");
        return lookupId
                ? Property.Access.READ_ONLY
                : vocabulary.access(marks.get(place).annotations());
    }

    private Optional<Navigation> navigation(CsdlNavigationProperty navigation, Structure structure) {
        String place = Marks.member(structure.key(), navigation.getName());
        SpecPath at = marks.at(place);
        if (navigation.getType().equals(EdmTypes.ANY_ENTITY)) {
            return Optional.of(navigation(navigation, structure, new TypeId(EdmTypes.ANY_ENTITY), false, at));
        }
        Optional<TypeId> target = names.find(navigation.getType(), TypeNames.Kind.ENTITY);
        if (target.isEmpty()) {
            names.unknown(navigation.getType(), at, "navigation properties to it are left out");
            return Optional.empty();
        }
        return target.map(type -> navigation(navigation, structure, type, true, at));
    }

    private Navigation navigation(
            CsdlNavigationProperty navigation, Structure structure, TypeId target, boolean typed, SpecPath at) {
        return new Navigation(
                navigation.getName(),
                target,
                typed,
                navigation.isCollection(),
                navigation.isContainsTarget(),
                lookup(navigation, structure, at),
                bindings.set(structure.id(), navigation.getName()).or(() -> bindings.onlySet(target)),
                docs(Marks.member(structure.key(), navigation.getName())),
                at);
    }

    private Optional<String> lookup(CsdlNavigationProperty navigation, Structure structure, SpecPath at) {
        // With several constraints no single property holds the key.
        if (navigation.getReferentialConstraints().size() != 1) {
            return Optional.empty();
        }
        String property = navigation.getReferentialConstraints().get(0).getProperty();
        if (structures.property(structure.id(), property).isPresent()) {
            return Optional.of(property);
        }
        if (!property.contains("/")) {
            findings.warning(
                    "unknown-property",
                    at,
                    "The constraint of '" + navigation.getName() + "' names '" + property
                            + "', which is no property of '" + structure.type().getName() + "'; it is ignored.");
        }
        return Optional.empty();
    }

    private EnumDecl enumeration(String key, CsdlEnumType type) {
        // OData JSON 4.01, section 7.1: enumerations travel as the names of their members.
        List<EnumDecl.Member> members = type.getMembers().stream()
                .map(member -> new EnumDecl.Member(
                        member.getName(), member.getName(), docs(Marks.member(key, member.getName()))))
                .toList();
        return new EnumDecl(
                new TypeId(key),
                type.getName(),
                EnumDecl.Wire.STRING,
                type.isFlags(),
                members,
                docs(key),
                marks.at(key));
    }

    private Docs docs(String key) {
        return vocabulary.docs(marks.get(key).annotations());
    }
}
