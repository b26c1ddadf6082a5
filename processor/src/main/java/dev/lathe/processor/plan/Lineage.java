package dev.lathe.processor.plan;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Navigation;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Property;
import java.util.ArrayList;
import java.util.List;

/** A type with what it inherits, the outermost base first. */
final class Lineage {

    private final ApiModel model;

    Lineage(ApiModel model) {
        this.model = model;
    }

    List<Property> properties(ObjectDecl type) {
        List<Property> all = new ArrayList<>();
        line(type).forEach(t -> all.addAll(t.properties()));
        return all;
    }

    List<Navigation> navigations(ObjectDecl type) {
        List<Navigation> all = new ArrayList<>();
        line(type).forEach(t -> all.addAll(t.navigations()));
        return all;
    }

    private List<ObjectDecl> line(ObjectDecl type) {
        List<ObjectDecl> line = new ArrayList<>(
                type.base().flatMap(model::object).map(this::line).orElse(List.of()));
        line.add(type);
        return line;
    }
}
