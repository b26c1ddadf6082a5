package dev.lathe.processor.odata;

import java.util.Map;
import java.util.Set;

/**
 * The elements of CSDL 4.01 that become part of a model, with their attributes and children. What the standard has
 * besides ({@code Term}, {@code OnDelete}, facets) is known and left alone; anything else is worth a word to the user.
 */
final class Grammar {

    /**
     * One element.
     *
     * @param kept attributes that are read
     * @param required those of them that it must have to mean anything
     * @param known attributes of the standard that say nothing about the Java of a client
     * @param children elements that are read
     */
    record Element(Set<String> kept, Set<String> required, Set<String> known, Set<String> children) {}

    static final Set<String> BOOLEANS = Set.of(
            "Nullable", "Abstract", "OpenType", "HasStream", "ContainsTarget", "IsFlags", "IsBound", "IsComposable");

    /** The last three are of OData V3 and still common. */
    private static final Set<String> FACETS = Set.of(
            "MaxLength",
            "Precision",
            "Scale",
            "SRID",
            "Unicode",
            "DefaultValue",
            "FixedLength",
            "Collation",
            "ConcurrencyMode");

    /** Elements of the standard without an effect on a client, wherever they stand. */
    static final Set<String> WITHOUT_EFFECT = Set.of("Annotation", "Annotations", "Term", "OnDelete", "Documentation");

    private static final Map<String, Element> ELEMENTS = Map.ofEntries(
            Map.entry(
                    "Schema",
                    element(
                            Set.of("Namespace", "Alias"),
                            Set.of("Namespace"),
                            Set.of(),
                            Set.of(
                                    "EntityType",
                                    "ComplexType",
                                    "EnumType",
                                    "TypeDefinition",
                                    "Function",
                                    "Action",
                                    "EntityContainer"))),
            Map.entry(
                    "EntityType",
                    element(
                            Set.of("Name", "BaseType", "Abstract", "OpenType", "HasStream"),
                            Set.of("Name"),
                            Set.of(),
                            Set.of("Key", "Property", "NavigationProperty"))),
            Map.entry(
                    "ComplexType",
                    element(
                            Set.of("Name", "BaseType", "Abstract", "OpenType"),
                            Set.of("Name"),
                            Set.of(),
                            Set.of("Property", "NavigationProperty"))),
            Map.entry("Key", element(Set.of(), Set.of(), Set.of(), Set.of("PropertyRef"))),
            Map.entry("PropertyRef", element(Set.of("Name", "Alias"), Set.of("Name"), Set.of(), Set.of())),
            Map.entry("Property", element(Set.of("Name", "Type", "Nullable"), Set.of("Name"), FACETS, Set.of())),
            Map.entry(
                    "NavigationProperty",
                    element(
                            Set.of("Name", "Type", "Nullable", "Partner", "ContainsTarget"),
                            Set.of("Name", "Type"),
                            Set.of(),
                            Set.of("ReferentialConstraint"))),
            Map.entry(
                    "ReferentialConstraint",
                    element(
                            Set.of("Property", "ReferencedProperty"),
                            Set.of("Property", "ReferencedProperty"),
                            Set.of(),
                            Set.of())),
            Map.entry(
                    "EnumType",
                    element(Set.of("Name", "UnderlyingType", "IsFlags"), Set.of("Name"), Set.of(), Set.of("Member"))),
            Map.entry("Member", element(Set.of("Name", "Value"), Set.of("Name"), Set.of(), Set.of())),
            Map.entry(
                    "TypeDefinition",
                    element(Set.of("Name", "UnderlyingType"), Set.of("Name", "UnderlyingType"), FACETS, Set.of())),
            Map.entry(
                    "Function",
                    element(
                            Set.of("Name", "IsBound", "IsComposable", "EntitySetPath"),
                            Set.of("Name"),
                            Set.of(),
                            Set.of("Parameter", "ReturnType"))),
            Map.entry(
                    "Action",
                    element(
                            Set.of("Name", "IsBound", "EntitySetPath"),
                            Set.of("Name"),
                            Set.of("IsComposable"),
                            Set.of("Parameter", "ReturnType"))),
            Map.entry("Parameter", element(Set.of("Name", "Type", "Nullable"), Set.of("Name"), FACETS, Set.of())),
            Map.entry("ReturnType", element(Set.of("Type", "Nullable"), Set.of(), FACETS, Set.of())),
            Map.entry(
                    "EntityContainer",
                    element(
                            Set.of("Name", "Extends"),
                            Set.of("Name"),
                            Set.of("IsDefaultEntityContainer"),
                            Set.of("EntitySet", "Singleton", "FunctionImport", "ActionImport"))),
            Map.entry(
                    "EntitySet",
                    element(
                            Set.of("Name", "EntityType"),
                            Set.of("Name", "EntityType"),
                            Set.of("IncludeInServiceDocument"),
                            Set.of("NavigationPropertyBinding"))),
            Map.entry(
                    "Singleton",
                    element(
                            Set.of("Name", "Type"),
                            Set.of("Name", "Type"),
                            Set.of("Nullable", "IncludeInServiceDocument"),
                            Set.of("NavigationPropertyBinding"))),
            Map.entry(
                    "NavigationPropertyBinding",
                    element(Set.of("Path", "Target"), Set.of("Path", "Target"), Set.of(), Set.of())),
            Map.entry(
                    "FunctionImport",
                    element(
                            Set.of("Name", "Function", "EntitySet"),
                            Set.of("Name", "Function"),
                            Set.of("IncludeInServiceDocument"),
                            Set.of())),
            Map.entry(
                    "ActionImport",
                    element(
                            Set.of("Name", "Action", "EntitySet"),
                            Set.of("Name", "Action"),
                            Set.of("IncludeInServiceDocument"),
                            Set.of())));

    private Grammar() {}

    static Element of(String name) {
        Element element = ELEMENTS.get(name);
        if (element == null) {
            throw new IllegalArgumentException("not an element that is read: " + name);
        }
        return element;
    }

    private static Element element(Set<String> kept, Set<String> required, Set<String> known, Set<String> children) {
        return new Element(kept, required, known, children);
    }
}
