/** How chats start, how they end, and how long ended chats are kept. */
@NullMarked
package org.connectchat.chat.lifecycle;

import org.jspecify.annotations.NullMarked;
