package dev.lathe.runtime.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a reader remembers from one object to the next of the same type. */
final class Rows {

    private static final int MOST = 32;

    private @Nullable ObjectType<?>[] types = new ObjectType<?>[4];
    private @Nullable Names[] names = new Names[4];
    private int count;
    private MemberFilter filter = KeepAll.INSTANCE;

    /** The names of a type; {@code null} for its first object, which would not earn the table's cost. */
    @Nullable
    Names of(ObjectType<?> type) {
        for (int i = 0; i < count; i++) {
            if (types[i] == type) {
                Names known = names[i];
                if (known == null) {
                    known = new Names();
                    names[i] = known;
                }
                return known;
            }
        }
        if (count < MOST) {
            if (count == types.length) {
                types = Arrays.copyOf(types, count * 2);
                names = Arrays.copyOf(names, count * 2);
            }
            types[count++] = type;
        }
        return null;
    }

    boolean keeps(String undeclared) {
        return filter.keeps(undeclared);
    }

    /** Sets the filter and forgets what was decided by the last one, which it returns. */
    MemberFilter filter(MemberFilter next) {
        MemberFilter last = filter;
        if (next != last) {
            filter = next;
            Arrays.fill(names, null);
        }
        return last;
    }

    private enum KeepAll implements MemberFilter {
        INSTANCE;

        @Override
        public boolean keeps(String wireName) {
            return true;
        }
    }
}
