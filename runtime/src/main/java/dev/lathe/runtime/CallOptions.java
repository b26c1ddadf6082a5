package dev.lathe.runtime;

import dev.lathe.runtime.http.ParamStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Base of generated classes for a call's optional parameters. A parameter set to null is left out. Not thread-safe. */
public abstract class CallOptions {

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, PartValue> parts = new LinkedHashMap<>();

    /**
     * A part of a multipart body.
     *
     * @param style null for the usual way: files as they are, objects as JSON, each item of a list a part of its own
     */
    record PartValue(
            String name,
            Object value,
            String contentType,
            @Nullable ParamStyle style,
            boolean explode) {}

    /** No options. */
    protected CallOptions() {}

    /** A parameter in the path. */
    protected final void path(String name, @Nullable Object value, ParamStyle style, boolean explode) {
        path(name, value, style, explode, false);
    }

    /** A parameter in the path. */
    protected final void path(
            String name, @Nullable Object value, ParamStyle style, boolean explode, boolean allowReserved) {
        put(new Parameter(Parameter.In.PATH, name, value, style, explode, allowReserved));
    }

    /** A parameter in the query, lists as {@code name=a&name=b}. */
    protected final void query(String name, @Nullable Object value) {
        query(name, value, ParamStyle.FORM, true, false);
    }

    /** A parameter in the query. */
    protected final void query(
            String name, @Nullable Object value, ParamStyle style, boolean explode, boolean allowReserved) {
        put(new Parameter(Parameter.In.QUERY, name, value, style, explode, allowReserved));
    }

    /** A header, lists as {@code a,b}. */
    protected final void header(String name, @Nullable Object value) {
        header(name, value, ParamStyle.SIMPLE, false);
    }

    /** A header. */
    protected final void header(String name, @Nullable Object value, ParamStyle style, boolean explode) {
        put(new Parameter(Parameter.In.HEADER, name, value, style, explode, false));
    }

    /** A cookie, of a list one for each item. */
    protected final void cookie(String name, @Nullable Object value) {
        cookie(name, value, ParamStyle.FORM, true);
    }

    /** A cookie. */
    protected final void cookie(String name, @Nullable Object value, ParamStyle style, boolean explode) {
        put(new Parameter(Parameter.In.COOKIE, name, value, style, explode, false));
    }

    /** A field of a form, lists as {@code name=a&name=b}. */
    protected final void form(String name, @Nullable Object value) {
        form(name, value, ParamStyle.FORM, true);
    }

    /** A field of a form. */
    protected final void form(String name, @Nullable Object value, ParamStyle style, boolean explode) {
        put(new Parameter(Parameter.In.FORM, name, value, style, explode, false));
    }

    /** A part of a multipart body; see {@link Call#part}. */
    protected final void part(String name, @Nullable Object value, String contentType) {
        putPart(name, value, contentType, null, false);
    }

    /** A part of a multipart body whose value is spelled like that of a query. */
    protected final void part(
            String name, @Nullable Object value, String contentType, ParamStyle style, boolean explode) {
        putPart(name, value, contentType, style, explode);
    }

    private void putPart(
            String name, @Nullable Object value, String contentType, @Nullable ParamStyle style, boolean explode) {
        if (value == null) {
            parts.remove(name);
        } else {
            parts.put(name, new PartValue(name, value, contentType, style, explode));
        }
    }

    private void put(Parameter parameter) {
        String key = parameter.in() + " " + parameter.name();
        if (parameter.value() == null) {
            parameters.remove(key);
        } else {
            parameters.put(key, parameter);
        }
    }

    final List<Parameter> parameters() {
        return new ArrayList<>(parameters.values());
    }

    final List<PartValue> parts() {
        return new ArrayList<>(parts.values());
    }

    /** Where and under which names parameters are set, no values. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + parameters.keySet() + parts.keySet();
    }
}
