package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmEntitySet;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmException;
import org.apache.olingo.commons.api.edm.EdmNavigationProperty;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.apache.olingo.commons.api.edm.EdmReferentialConstraint;
import org.apache.olingo.commons.api.edm.EdmSchema;
import org.apache.olingo.commons.api.edm.EdmStructuredType;
import org.apache.olingo.commons.api.edm.constants.EdmTypeKind;
import org.jspecify.annotations.Nullable;

/** What the document says about tables and their relations, beyond Olingo's Edm. Safe for many threads. */
final class Schema {

    private final CsdlDocument document;
    private final Map<String, EdmEntitySet> setOfType = new HashMap<>();
    private final Map<String, EdmEntityType> types = new LinkedHashMap<>();
    private final Map<String, List<EdmEntityType>> assignable = new ConcurrentHashMap<>();
    private final Map<String, Relation> relations = new ConcurrentHashMap<>();
    private final Map<String, List<EdmNavigationProperty>> overColumn = new ConcurrentHashMap<>();
    private final Map<String, List<Column>> columns = new ConcurrentHashMap<>();
    private final Map<String, List<Relation.ByColumns>> inbound = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException when the document refers to types that it does not declare */
    static Schema of(CsdlDocument document) {
        try {
            return new Schema(document);
        } catch (EdmException e) {
            throw new IllegalArgumentException("The CSDL document is not sound: " + e.getMessage(), e);
        }
    }

    private Schema(CsdlDocument document) {
        this.document = document;
        for (EdmEntitySet set : edm().getEntityContainer().getEntitySets()) {
            setOfType.putIfAbsent(nameOf(set.getEntityType()), set);
        }
        for (EdmSchema schema : edm().getSchemas()) {
            schema.getEntityTypes().forEach(this::load);
            schema.getComplexTypes()
                    .forEach(type ->
                            edm().getComplexType(type.getFullQualifiedName()).getPropertyNames());
        }
    }

    /**
     * Olingo's types work out their keys and properties at the first use and without a lock: two first uses at once
     * leave a key property twice. So the first use is here, before there are threads.
     */
    private void load(EdmEntityType found) {
        EdmEntityType type = edm().getEntityType(found.getFullQualifiedName());
        type.getKeyPropertyRefs().forEach(key -> key.getProperty().getType());
        type.getPropertyNames().forEach(name -> type.getStructuralProperty(name).getType());
        type.getNavigationPropertyNames();
        types.put(nameOf(type), type);
    }

    Edm edm() {
        return document.edm();
    }

    CsdlDocument document() {
        return document;
    }

    static String nameOf(EdmStructuredType type) {
        return type.getFullQualifiedName().getFullQualifiedNameAsString();
    }

    /** Names of all entity sets. */
    List<String> sets() {
        return edm().getEntityContainer().getEntitySets().stream()
                .map(EdmEntitySet::getName)
                .toList();
    }

    Optional<EdmEntitySet> set(String name) {
        return Optional.ofNullable(edm().getEntityContainer().getEntitySet(name));
    }

    /** The set that rows of this type are addressed through: its own, else the nearest base type's. */
    Optional<EdmEntitySet> setOf(EdmEntityType type) {
        for (EdmEntityType t = type; t != null; t = t.getBaseType()) {
            EdmEntitySet set = setOfType.get(nameOf(t));
            if (set != null) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }

    Optional<EdmEntityType> type(String qualifiedName) {
        return Optional.ofNullable(types.get(qualifiedName));
    }

    /** The type and all that derive from it. */
    List<EdmEntityType> assignableTo(EdmEntityType type) {
        return assignable.computeIfAbsent(
                nameOf(type),
                name -> types.values().stream().filter(t -> isA(t, type)).toList());
    }

    static boolean isA(EdmStructuredType type, EdmStructuredType base) {
        for (EdmStructuredType t = type; t != null; t = t.getBaseType()) {
            if (t.getFullQualifiedName().equals(base.getFullQualifiedName())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Columns that repeat the key. {@code systemuser} inherits its key {@code ownerid} and declares
     * {@code systemuserid} besides; most lookups of users refer to the latter, and both hold the same value.
     */
    List<String> keyTwins(EdmEntityType type) {
        List<String> keys = type.getKeyPredicateNames();
        String own = type.getName() + "id";
        boolean twin = keys.size() == 1
                && !keys.get(0).equals(own)
                && type.getBaseType() != null
                && type.getBaseType().getKeyPredicateNames().equals(keys)
                && type.getStructuralProperty(own) != null;
        return twin ? List.of(own) : List.of();
    }

    /** How {@code nav}, declared on {@code type} or a base of it, is kept. */
    Relation relation(EdmEntityType type, EdmNavigationProperty nav) {
        // Not computeIfAbsent: the relation of one end may ask for that of the other.
        String id = nameOf(type) + "/" + nav.getName();
        Relation known = relations.get(id);
        if (known == null) {
            known = resolve(type, nav);
            relations.put(id, known);
        }
        return known;
    }

    private Relation resolve(EdmEntityType type, EdmNavigationProperty nav) {
        EdmEntityType target = nav.getType();
        Optional<Relation> own = byColumns(type, nav).map(r -> r);
        if (own.isPresent()) {
            return own.get();
        }
        EdmNavigationProperty partner = partnerOf(nav);
        if (partner != null && !partner.isCollection()) {
            Optional<Relation.ByColumns> theirs = byColumns(target, partner);
            if (theirs.isPresent()) {
                Relation.ByColumns r = theirs.get();
                return new Relation.ByColumns(
                        r.dependent(), r.columns(), r.principal(), r.referenced(), false, r.lookupNavigation());
            }
        }
        return byPairs(type, nav, partner);
    }

    private Optional<Relation.ByColumns> byColumns(EdmEntityType type, EdmNavigationProperty nav) {
        if (nav.isCollection()) {
            return Optional.empty();
        }
        EdmEntityType target = nav.getType();
        List<String> columns = new ArrayList<>();
        List<String> referenced = new ArrayList<>();
        for (EdmReferentialConstraint constraint : nav.getReferentialConstraints()) {
            columns.add(constraint.getPropertyName());
            referenced.add(constraint.getReferencedPropertyName());
        }
        if (columns.isEmpty()) {
            Optional<String> implied = impliedLookup(type, nav);
            if (implied.isEmpty() || target.getKeyPredicateNames().size() != 1) {
                return Optional.empty();
            }
            columns.add(implied.get());
            referenced.addAll(target.getKeyPredicateNames());
        }
        return Optional.of(new Relation.ByColumns(
                type, List.copyOf(columns), target, List.copyOf(referenced), true, nav.getName()));
    }

    /**
     * The lookup column of a navigation property that names none. Activities declare each inherited navigation a
     * second time with a suffix ({@code createdby_task}) and leave the constraint out; so does {@code objectid_task}
     * of annotations. The column is the one of the longest part of the name that has one.
     */
    private static Optional<String> impliedLookup(EdmEntityType type, EdmNavigationProperty nav) {
        String stem = nav.getName();
        while (true) {
            String column = "_" + stem.toLowerCase(Locale.ROOT) + "_value";
            if (type.getStructuralProperty(column) != null) {
                return Optional.of(column);
            }
            int cut = stem.lastIndexOf('_');
            if (cut <= 0) {
                return Optional.empty();
            }
            stem = stem.substring(0, cut);
        }
    }

    private static Relation byPairs(
            EdmEntityType type, EdmNavigationProperty nav, @Nullable EdmNavigationProperty partner) {
        String here = declaringType(type, nav.getName()) + "/" + nav.getName();
        if (partner == null) {
            return new Relation.ByPairs(here, true, true, nav.isCollection());
        }
        String there = declaringType(nav.getType(), partner.getName()) + "/" + partner.getName();
        // A relation of a type with itself over one name has no direction; otherwise the smaller name is left.
        boolean left = here.compareTo(there) <= 0;
        return new Relation.ByPairs(left ? here : there, left, partner.isCollection(), nav.isCollection());
    }

    private static String declaringType(EdmStructuredType type, String navigation) {
        EdmStructuredType declaring = type;
        while (declaring.getBaseType() != null && declaring.getBaseType().getNavigationProperty(navigation) != null) {
            declaring = declaring.getBaseType();
        }
        return nameOf(declaring);
    }

    private static @Nullable EdmNavigationProperty partnerOf(EdmNavigationProperty nav) {
        try {
            return nav.getPartner();
        } catch (EdmException e) {
            return null; // the document names a partner that does not exist: the same as none
        }
    }

    /** All relations by which rows of other types may refer to rows of {@code type}. */
    List<Relation.ByColumns> inbound(EdmEntityType type) {
        return inbound.computeIfAbsent(nameOf(type), name -> {
            Map<String, Relation.ByColumns> found = new LinkedHashMap<>();
            for (EdmEntityType other : types.values()) {
                for (String navName : other.getNavigationPropertyNames()) {
                    EdmNavigationProperty nav = other.getNavigationProperty(navName);
                    if (!nav.isCollection() && (isA(type, nav.getType()) || isA(nav.getType(), type))) {
                        byColumns(other, nav).ifPresent(r -> found.putIfAbsent(nameOf(other) + r.columns(), r));
                    }
                }
            }
            return List.copyOf(found.values());
        });
    }

    /** The navigation properties of {@code type} that share the lookup column. */
    List<EdmNavigationProperty> navigationsOver(EdmEntityType type, String column) {
        String id = nameOf(type) + "/" + column;
        List<EdmNavigationProperty> known = overColumn.get(id);
        if (known == null) {
            known = List.copyOf(findNavigationsOver(type, column));
            overColumn.put(id, known);
        }
        return known;
    }

    private List<EdmNavigationProperty> findNavigationsOver(EdmEntityType type, String column) {
        List<EdmNavigationProperty> navs = new ArrayList<>();
        for (String name : type.getNavigationPropertyNames()) {
            EdmNavigationProperty nav = type.getNavigationProperty(name);
            if (!nav.isCollection()
                    && relation(type, nav) instanceof Relation.ByColumns r
                    && r.fromDependent()
                    && r.columns().equals(List.of(column))) {
                navs.add(nav);
            }
        }
        return navs;
    }

    /** A column as the writer of rows needs it. */
    record Column(String name, boolean collection, boolean lookup, boolean key, boolean image) {}

    /** The columns of a type, inherited ones first. */
    List<Column> columns(EdmEntityType type) {
        return columns.computeIfAbsent(
                nameOf(type),
                name -> type.getPropertyNames().stream()
                        .map(column -> new Column(
                                column,
                                type.getStructuralProperty(column).isCollection(),
                                isLookup(column),
                                type.getKeyPredicateNames().contains(column),
                                Images.isImage(type, type.getStructuralProperty(column))))
                        .toList());
    }

    /** Dataverse's naming of lookup columns; the only sure sign, {@code msdyn_value} is an ordinary column. */
    static boolean isLookup(String column) {
        return column.startsWith("_") && column.endsWith("_value");
    }

    static boolean isGuid(EdmProperty property) {
        return property.isPrimitive()
                && property.getType().getKind() == EdmTypeKind.PRIMITIVE
                && property.getType().getName().equals("Guid");
    }
}
