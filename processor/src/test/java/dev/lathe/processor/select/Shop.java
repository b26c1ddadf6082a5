package dev.lathe.processor.select;

import dev.lathe.processor.model.ApiInfo;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Docs;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.KeyPart;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Builds OData models in a few words. */
final class Shop {

    private static final SpecPath AT = SpecPath.of("shop.xml");

    private Shop() {}

    static ApiModel model(List<Supplier<TypeDecl>> types, List<Resource> resources, List<ODataOperation> operations) {
        var info = new ApiInfo("OData 4.0", "Shop", "", "", "", List.of(), List.of(), Docs.NONE, AT);
        return new ApiModel(info, types.stream().map(Supplier::get).toList(), resources, operations);
    }

    static Type entity(String name, String base) {
        return new Type(name, base, ObjectDecl.Kind.ENTITY);
    }

    static Type complex(String name) {
        return complex(name, "");
    }

    static Type complex(String name, String base) {
        return new Type(name, base, ObjectDecl.Kind.COMPLEX);
    }

    static Supplier<TypeDecl> enumeration(String name) {
        return () -> new EnumDecl(id(name), name, EnumDecl.Wire.STRING, false, List.of(), Docs.NONE, AT);
    }

    static Property property(String name) {
        return property(name, TypeRef.STRING);
    }

    static Property property(String name, TypeRef type) {
        return new Property(name, type, false, true, Property.Access.READ_WRITE, List.of(), Docs.NONE, AT);
    }

    static Navigation lookup(String name, String target, String property) {
        return new Navigation(
                name,
                id(target),
                true,
                false,
                false,
                property.isEmpty() ? Optional.empty() : Optional.of(property),
                Optional.of(target + "s"),
                Docs.NONE,
                AT);
    }

    static Resource set(String name, String type) {
        return new Resource.EntitySet(name, id(type), Docs.NONE, AT);
    }

    /** Bound to a type, or unbound when that is empty. */
    static ODataOperation operation(String name, String boundTo, TypeRef returns) {
        return new ODataOperation(
                name,
                "Shop." + name,
                false,
                boundTo.isEmpty() ? Optional.empty() : Optional.of(new ODataOperation.Binding(id(boundTo), false)),
                List.of(),
                Optional.of(returns),
                false,
                boundTo.isEmpty() ? Optional.of(name) : Optional.empty(),
                false,
                Docs.NONE,
                AT);
    }

    static TypeRef named(String type) {
        return new TypeRef.Named(id(type));
    }

    private static TypeId id(String name) {
        return new TypeId("Shop." + name);
    }

    /** An object type in the making. */
    static final class Type implements Supplier<TypeDecl> {

        private final String name;
        private final String base;
        private final ObjectDecl.Kind kind;
        private final List<Property> properties = new ArrayList<>();
        private final List<Navigation> navigations = new ArrayList<>();
        private List<KeyPart> key = List.of();

        Type(String name, String base, ObjectDecl.Kind kind) {
            this.name = name;
            this.base = base;
            this.kind = kind;
            if (!base.isEmpty()) {
                key = List.of(KeyPart.of("id"));
            }
        }

        Type with(Property... more) {
            properties.addAll(List.of(more));
            return this;
        }

        Type with(Navigation... more) {
            navigations.addAll(List.of(more));
            return this;
        }

        Type keyed(String... names) {
            key = Stream.of(names).map(KeyPart::of).toList();
            return this;
        }

        @Override
        public TypeDecl get() {
            return new ObjectDecl(
                    id(name),
                    name,
                    kind,
                    "Shop." + name,
                    base.isEmpty() ? Optional.empty() : Optional.of(id(base)),
                    false,
                    properties,
                    navigations,
                    key,
                    Optional.empty(),
                    Optional.empty(),
                    Docs.NONE,
                    AT);
        }
    }
}
