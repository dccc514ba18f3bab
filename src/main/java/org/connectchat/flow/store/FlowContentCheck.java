package org.connectchat.flow.store;

import org.connectchat.flow.language.FlowRefusedException;
import org.connectchat.flow.language.FlowType;
import org.jspecify.annotations.Nullable;

/** Reads the content of flows and modules, and finds what is wrong with it. */
@FunctionalInterface
public interface FlowContentCheck {

    /**
     * Reads and checks a content.
     *
     * @param type null to take the one that the content itself tells, or CONTACT_FLOW if it tells none
     * @throws FlowRefusedException if it cannot be read as a flow
     */
    CheckedContent check(String text, @Nullable FlowType type);
}
