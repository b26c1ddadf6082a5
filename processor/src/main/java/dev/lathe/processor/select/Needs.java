package dev.lathe.processor.select;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ODataOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Property;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.TypeId;
import dev.lathe.processor.model.TypeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which types and which of their columns a selection needs, and what they look like without the rest. */
final class Needs {

    private final ApiModel model;
    private final Map<TypeId, Set<String>> only;
    private final Map<TypeId, Set<String>> without;
    private final Set<TypeId> excluded;
    private final Map<TypeId, List<TypeId>> derived;
    private final Map<TypeId, Columns> kept = new HashMap<>();
    private final Deque<Demand> open = new ArrayDeque<>();

    /** The columns that are needed of a type: some, or all. */
    private static final class Columns {
        final Set<String> names = new HashSet<>();
        boolean all;
    }

    /** That a type is needed, with these columns or, when null, with all. */
    private record Demand(TypeId type, @Nullable Set<String> columns) {}

    /**
     * Nothing is needed yet.
     *
     * @param only by table, the columns that its user wants to see
     * @param without by table, those that he does not
     * @param excluded types that no reference may bring back
     */
    Needs(ApiModel model, Map<TypeId, Set<String>> only, Map<TypeId, Set<String>> without, Set<TypeId> excluded) {
        this.model = model;
        this.only = only;
        this.without = without;
        this.excluded = excluded;
        this.derived = model.types().stream()
                .filter(type ->
                        type instanceof ObjectDecl object && object.base().isPresent())
                .collect(Collectors.groupingBy(
                        type -> ((ObjectDecl) type).base().orElseThrow(),
                        Collectors.mapping(TypeDecl::id, Collectors.toList())));
    }

    void type(TypeId id) {
        open.add(new Demand(id, columnsOf(id)));
    }

    void operation(ODataOperation operation) {
        operation.parameters().forEach(parameter -> reference(parameter.type()));
        operation.returns().ifPresent(this::reference);
    }

    /** Follows the needs of what is needed until nothing is new. */
    void close() {
        while (!open.isEmpty()) {
            Demand demand = open.pop();
            boolean isNew = !kept.containsKey(demand.type);
            Columns columns = kept.computeIfAbsent(demand.type, id -> new Columns());
            boolean grew = false;
            if (demand.columns == null) {
                grew = !columns.all;
                columns.all = true;
            } else {
                grew = columns.names.addAll(demand.columns);
            }
            if (isNew || grew) {
                model.object(demand.type).ifPresent(object -> follow(object, demand));
            }
        }
    }

    private void follow(ObjectDecl object, Demand demand) {
        // The members of a base are members of the type, so they are needed as far as these are.
        object.base().ifPresent(base -> open.push(new Demand(base, demand.columns)));
        object.properties().stream()
                .filter(property -> isKept(object, property.wireName()))
                .forEach(property -> reference(property.type()));
        object.additional().ifPresent(this::reference);
        // A value of a complex type, other than a row, is written by its user, and may have to be of a derived type.
        if (object.kind() == ObjectDecl.Kind.COMPLEX) {
            derived.getOrDefault(object.id(), List.of()).stream()
                    .filter(type -> !excluded.contains(type))
                    .forEach(this::type);
        }
    }

    private void reference(TypeRef type) {
        TypeRef at = type;
        while (at instanceof TypeRef.ListOf list) {
            at = list.item();
        }
        if (at instanceof TypeRef.Named named && !excluded.contains(named.id())) {
            type(named.id());
        }
    }

    /** The wanted columns, with the key and with the ids of wanted lookups; null for all. */
    private @Nullable Set<String> columnsOf(TypeId id) {
        Set<String> wanted = only.get(id);
        if (wanted == null) {
            return null;
        }
        Set<String> columns = new HashSet<>(wanted);
        Optional<ObjectDecl> at = model.object(id);
        while (at.isPresent()) {
            at.get().key().forEach(part -> columns.add(part.property()));
            at.get().navigations().stream()
                    .filter(navigation -> wanted.contains(navigation.wireName()))
                    .forEach(navigation -> navigation.lookup().ifPresent(columns::add));
            at = at.get().base().flatMap(model::object);
        }
        return columns;
    }

    boolean isKept(TypeId id) {
        return kept.containsKey(id);
    }

    private boolean isKept(ObjectDecl object, String member) {
        Columns columns = kept.get(object.id());
        boolean wanted = columns != null && (columns.all || columns.names.contains(member));
        boolean unwanted = without.getOrDefault(object.id(), Set.of()).contains(member)
                && object.key().stream().noneMatch(part -> part.property().equals(member));
        return wanted && !unwanted;
    }

    /** The type without what is not needed of it. */
    TypeDecl trim(TypeDecl type) {
        return type instanceof ObjectDecl object ? trim(object) : type;
    }

    private ObjectDecl trim(ObjectDecl object) {
        List<Property> properties = object.properties().stream()
                .filter(property -> isKept(object, property.wireName()))
                .map(this::trim)
                .toList();
        List<Navigation> navigations = object.navigations().stream()
                .filter(navigation -> isKept(object, navigation.wireName()))
                .map(navigation -> trim(object, navigation))
                .toList();
        return new ObjectDecl(
                object.id(),
                object.name(),
                object.kind(),
                object.wireType(),
                object.base(),
                object.isAbstract(),
                properties,
                navigations,
                object.key(),
                object.discriminator(),
                object.additional().map(this::trim),
                object.media(),
                object.alternateKeys().stream()
                        .filter(key -> key.stream().allMatch(part -> hasProperty(object, part.property())))
                        .toList(),
                object.docs(),
                object.at());
    }

    private Property trim(Property property) {
        return new Property(
                property.wireName(),
                trim(property.type()),
                property.required(),
                property.nullable(),
                property.access(),
                property.aliases(),
                property.docs(),
                property.at());
    }

    private Navigation trim(ObjectDecl object, Navigation navigation) {
        return new Navigation(
                navigation.wireName(),
                navigation.target(),
                isKept(navigation.target()),
                navigation.collection(),
                navigation.contained(),
                navigation.lookup().filter(lookup -> hasProperty(object, lookup)),
                navigation.targetSet(),
                navigation.docs(),
                navigation.at());
    }

    private boolean hasProperty(ObjectDecl object, String name) {
        Optional<ObjectDecl> at = Optional.of(object);
        while (at.isPresent()) {
            ObjectDecl type = at.get();
            if (type.properties().stream()
                    .anyMatch(property -> property.wireName().equals(name))) {
                return isKept(type, name);
            }
            at = type.base().flatMap(model::object);
        }
        return false;
    }

    ODataOperation trim(ODataOperation operation) {
        return new ODataOperation(
                operation.name(),
                operation.qualifiedName(),
                operation.action(),
                operation.binding(),
                operation.parameters().stream()
                        .map(parameter -> new ODataOperation.Parameter(
                                parameter.wireName(),
                                trim(parameter.type()),
                                parameter.optional(),
                                parameter.nullable(),
                                parameter.docs(),
                                parameter.at()))
                        .toList(),
                operation.returns().map(this::trim),
                operation.nullableResult(),
                operation.importName(),
                operation.composable(),
                operation.docs(),
                operation.at());
    }

    /** A reference to an excluded type is a reference to any JSON. */
    private TypeRef trim(TypeRef type) {
        if (type instanceof TypeRef.ListOf list) {
            return new TypeRef.ListOf(trim(list.item()), list.nullableItems());
        }
        return type instanceof TypeRef.Named named && !isKept(named.id()) ? TypeRef.ANY : type;
    }
}
