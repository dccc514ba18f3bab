package org.connectchat.flow.action;

import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.shape.ActionShape;

/**
 * A type of action of the flow language. Each type has one class, which is named after it.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html">Flow actions</a>
 */
public interface ActionType {

    /** The name of the type in the flow language. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** The parameters, errors and conditions that an action of this type may have. */
    ActionShape shape();

    /**
     * Runs an action under the lock of its chat. The method must return at once and must not do I/O; it returns a
     * {@link Pending} for what takes time.
     */
    Outcome run(Step step);
}
