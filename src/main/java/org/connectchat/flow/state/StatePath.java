package org.connectchat.flow.state;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.connectchat.chat.StateRefused;
import org.jspecify.annotations.Nullable;

/** Where in a record of saved state a value is that is being read, for its refusal. */
public record StatePath(String text) {

    /** The record itself. */
    public static final StatePath ROOT = new StatePath("");

    /** A member of this record, or the value of a key of this map. */
    public StatePath member(String name) {
        return new StatePath(text.isEmpty() ? name : text + "." + name);
    }

    /** An element of this list. */
    public StatePath index(int index) {
        return new StatePath(text + "[" + index + "]");
    }

    /** The refusal of the value. */
    public StateRefused wrong(String problem) {
        return new StateRefused(text, problem);
    }

    /** Requires that something holds for the value. */
    public void require(boolean holds, String problem) {
        if (!holds) {
            throw wrong(problem);
        }
    }

    /** The number, which must be in a range. */
    public long within(long least, long most, long number) {
        require(number >= least && number <= most, "must be " + least + " to " + most);
        return number;
    }

    /** The value, which must not be absent. */
    public <T> T given(@Nullable T value) {
        if (value == null) {
            throw wrong("must be given");
        }
        return value;
    }

    /** The constant of this name. */
    public <E extends Enum<E>> E word(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
