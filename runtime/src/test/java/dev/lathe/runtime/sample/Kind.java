package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.EnumType;
import dev.lathe.runtime.json.OpenEnum;

/** An enumeration of strings. */
public final class Kind extends OpenEnum {

    public static final Kind RULE = new Kind("RULE");
    public static final Kind ONBOARDED = new Kind("ONBOARDED");
    public static final EnumType<Kind> TYPE = EnumType.<Kind>strings(RULE, ONBOARDED);

    private Kind(String value) {
        super(value);
    }

    public static Kind of(String value) {
        return TYPE.of(value);
    }

    @Override
    protected OpenEnum create(String value) {
        return new Kind(value);
    }
}
