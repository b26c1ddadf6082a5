package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.EnumType;
import dev.lathe.runtime.json.OpenEnum;

/** An enumeration of numbers. */
public final class Level extends OpenEnum {

    public static final Level LOW = new Level("1");
    public static final Level HIGH = new Level("2");
    public static final EnumType<Level> TYPE = EnumType.<Level>numbers(LOW, HIGH);

    private Level(String value) {
        super(value);
    }

    @Override
    protected OpenEnum create(String value) {
        return new Level(value);
    }
}
