/** Puts flows together: which action types there are, and where the flows come from that they name. */
@NullMarked
package org.connectchat.flow.setup;

import org.jspecify.annotations.NullMarked;
