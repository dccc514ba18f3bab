/** The control API's calls for the flows of chats, and for the flows that the emulator knows. */
@NullMarked
package org.connectchat.control.flow;

import org.jspecify.annotations.NullMarked;
