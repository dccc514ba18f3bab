/** Connects the parts of flows: the action types, and the source of the flows that actions name. */
@NullMarked
package org.connectchat.flow.setup;

import org.jspecify.annotations.NullMarked;
