package dev.lathe.processor.select;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeDecl;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The places in a document that a selection left out. */
final class LeftOut {

    private record Place(String document, String pointer) {}

    private final Set<Place> whole;
    private final Set<Place> selected;

    LeftOut(ApiModel whole, ApiModel selected) {
        this.whole = places(whole);
        this.selected = places(selected);
        // A member may have come out in another type than the one that describes it, which is a part of 'allOf' then.
        for (Place place : List.copyOf(this.selected)) {
            for (String pointer = place.pointer; !pointer.isEmpty(); pointer = above(pointer)) {
                this.selected.add(new Place(place.document, pointer));
            }
        }
    }

    /** Whether what stands there belongs to an operation, a type or a member that does not come out. */
    boolean has(SpecPath at) {
        for (String pointer = at.pointer(); !pointer.isEmpty(); pointer = above(pointer)) {
            Place place = new Place(at.document(), pointer);
            if (whole.contains(place)) {
                return !selected.contains(place);
            }
        }
        return false;
    }

    private static String above(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    private static Set<Place> places(ApiModel model) {
        Set<Place> places = new HashSet<>();
        for (Resource resource : model.resources()) {
            if (resource instanceof Resource.Tagged tagged) {
                tagged.operations().forEach(operation -> add(operation, places));
            } else {
                add(resource.at(), places);
            }
        }
        model.operations().forEach(operation -> add(operation.at(), places));
        for (TypeDecl type : model.types()) {
            add(type.at(), places);
            if (type instanceof ObjectDecl object) {
                object.properties().forEach(property -> add(property.at(), places));
                object.navigations().forEach(navigation -> add(navigation.at(), places));
            }
        }
        return places;
    }

    /** What operations share stands apart from them. */
    private static void add(HttpOperation operation, Set<Place> places) {
        add(operation.at(), places);
        operation.parameters().forEach(parameter -> add(parameter.at(), places));
        operation.body().ifPresent(body -> add(body.at(), places));
        operation.responses().forEach(response -> add(response.at(), places));
    }

    private static void add(SpecPath at, Set<Place> places) {
        places.add(new Place(at.document(), at.pointer()));
    }
}
