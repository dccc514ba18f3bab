/** Shows and steers the flows of chats, and tells which flows there are. */
@NullMarked
package org.connectchat.control.flow;

import org.jspecify.annotations.NullMarked;
