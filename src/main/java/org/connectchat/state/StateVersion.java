package org.connectchat.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.connectchat.chat.StateRefused;

/** The version of the form of a document. It is the first member, so that a document of another version is named as such. */
record StateVersion(@JsonValue int number) {

    /** The only form that is known. */
    static final StateVersion CURRENT = new StateVersion(1);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StateVersion of(int number) {
        StateRefused.unless(
                number == CURRENT.number, "", "must be " + CURRENT.number + ", the version that this emulator knows");
        return CURRENT;
    }
}
