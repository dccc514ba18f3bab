/** One run of a flow as a state machine: which action is next, what it waits for, and the data of the run. */
@NullMarked
package org.connectchat.flow.execution;

import org.jspecify.annotations.NullMarked;
