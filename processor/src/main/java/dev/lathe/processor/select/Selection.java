package dev.lathe.processor.select;

import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.SpecPath;
import java.util.List;

/**
 * What of a document becomes Java: the globs of {@code include} and {@code exclude}, where {@code *} stands for any
 * characters. What an included thing needs comes along; a pattern that matches nothing is an error.
 */
public final class Selection {

    private final List<Glob> include;
    private final List<Glob> exclude;
    private final SpecPath at;

    private Selection(List<Glob> include, List<Glob> exclude, SpecPath at) {
        this.include = include;
        this.exclude = exclude;
        this.at = at;
    }

    /**
     * A selection by patterns.
     *
     * @param include of what comes out; empty for everything
     * @param exclude of what does not, although {@code include} matches it
     * @param at the document, for messages
     */
    public static Selection of(List<String> include, List<String> exclude, SpecPath at) {
        return new Selection(
                include.stream().map(Glob::new).toList(),
                exclude.stream().map(Glob::new).toList(),
                at);
    }

    /** The selected part of the model, in which every reference resolves as it does in the whole. */
    public ApiModel apply(ApiModel model, Problems problems) {
        boolean odata = !model.operations().isEmpty()
                || model.resources().stream().anyMatch(resource -> !(resource instanceof Resource.Tagged))
                || model.info().format().startsWith("OData");
        if (isWhole() && odata) {
            return model;
        }
        ApiModel selected = odata
                ? new ODataSelection(model, include, exclude).apply(problems, at)
                : new OpenApiSelection(model, include, exclude).apply(problems, at);
        if (!isWhole() && !isEmpty(model) && isEmpty(selected) && !problems.hasErrors()) {
            problems.warning(
                    "nothing-selected",
                    at,
                    "What 'include' matches is all matched by 'exclude' too; nothing comes out.");
        }
        return selected;
    }

    private boolean isWhole() {
        return include.isEmpty() && exclude.isEmpty();
    }

    private static boolean isEmpty(ApiModel model) {
        return model.types().isEmpty()
                && model.resources().isEmpty()
                && model.operations().isEmpty();
    }

    /** What was found about the selected part, and all errors. */
    public Problems about(Problems reading, ApiModel whole, ApiModel selected) {
        if (isWhole()) {
            return reading;
        }
        LeftOut leftOut = new LeftOut(whole, selected);
        return reading.about(place -> !leftOut.has(place));
    }
}
