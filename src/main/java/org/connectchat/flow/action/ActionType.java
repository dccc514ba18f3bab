package org.connectchat.flow.action;

import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.flow.state.StatePath;

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

    /**
     * What an action of this type waited for when its chat was saved.
     *
     * @throws org.connectchat.chat.StateRefused if an action of this type does not wait for that
     */
    default Pending resume(SavedWait wait, StatePath path) {
        throw path.wrong("is no wait of an action of type " + name());
    }
}
