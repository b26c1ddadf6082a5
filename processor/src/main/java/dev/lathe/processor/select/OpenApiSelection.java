package dev.lathe.processor.select;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.HttpOperation;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.TypeDecl;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Selects operations by tag, path or id, and the schemas that these need; schemas that nothing needs never come out. */
final class OpenApiSelection {

    private final ApiModel model;
    private final List<Glob> include;
    private final List<Glob> exclude;

    OpenApiSelection(ApiModel model, List<Glob> include, List<Glob> exclude) {
        this.model = model;
        this.include = include;
        this.exclude = exclude;
    }

    ApiModel apply(Problems problems, SpecPath at) {
        reportUseless(include, "include", problems, at);
        reportUseless(exclude, "exclude", problems, at);
        List<Resource> resources = new ArrayList<>();
        List<HttpOperation> operations = new ArrayList<>();
        boolean any = false;
        for (Resource resource : model.resources()) {
            if (resource instanceof Resource.Tagged tagged) {
                any |= !tagged.operations().isEmpty();
                List<HttpOperation> kept = tagged.operations().stream()
                        .filter(operation -> isSelected(tagged, operation))
                        .toList();
                operations.addAll(kept);
                if (!kept.isEmpty()) {
                    resources.add(new Resource.Tagged(tagged.name(), kept, tagged.docs(), tagged.at()));
                }
            }
        }
        // A document without operations is there for its schemas.
        List<TypeDecl> types = any || !include.isEmpty() ? Reachable.from(operations, model) : model.types();
        return new ApiModel(model.info(), types, resources, List.of());
    }

    private boolean isSelected(Resource.Tagged tagged, HttpOperation operation) {
        Set<String> names = names(tagged, operation);
        return (include.isEmpty() || include.stream().anyMatch(glob -> glob.matchesAny(names)))
                && exclude.stream().noneMatch(glob -> glob.matchesAny(names));
    }

    private static Set<String> names(Resource.Tagged tagged, HttpOperation operation) {
        Set<String> names = new LinkedHashSet<>();
        names.add(tagged.name());
        names.add(operation.path());
        names.add(operation.id());
        names.add(operation.method() + " " + operation.path());
        return names;
    }

    private void reportUseless(List<Glob> globs, String attribute, Problems problems, SpecPath at) {
        if (globs.isEmpty()) {
            return;
        }
        Set<String> all = new LinkedHashSet<>();
        for (Resource resource : model.resources()) {
            if (resource instanceof Resource.Tagged tagged) {
                tagged.operations().forEach(operation -> all.addAll(names(tagged, operation)));
            }
        }
        globs.stream()
                .filter(glob -> !glob.matchesAny(all))
                .forEach(glob -> glob.noMatch(attribute, "tag, path or operation id", all, at, problems));
    }
}
