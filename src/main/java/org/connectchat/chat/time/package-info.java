/** The clock of chats, the deadlines that wait for it, and the ways to move it. */
@NullMarked
package org.connectchat.chat.time;

import org.jspecify.annotations.NullMarked;
