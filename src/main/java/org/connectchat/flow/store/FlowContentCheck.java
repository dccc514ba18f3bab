package org.connectchat.flow.store;

import org.connectchat.flow.language.FlowRefusedException;
import org.connectchat.flow.language.FlowType;
import org.jspecify.annotations.Nullable;

/** Reads the content of flows and modules, and finds its problems (rules F77 and F83). */
@FunctionalInterface
public interface FlowContentCheck {

    /**
     * Reads and checks content.
     *
     * @param type the type of the flow; null to take the type that the content names, or CONTACT_FLOW if it names none
     * @throws FlowRefusedException if it is no flow at all: no JSON object, or one without version or actions
     */
    CheckedContent check(String text, @Nullable FlowType type);
}
