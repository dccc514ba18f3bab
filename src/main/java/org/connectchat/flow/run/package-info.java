/**
 * Runs flows: a state machine for each chat, on the lock and the deadlines of that chat. No thread waits in a flow.
 */
@NullMarked
package org.connectchat.flow.run;

import org.jspecify.annotations.NullMarked;
