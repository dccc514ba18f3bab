/** How chats start (catalogue, ClientToken, quota), how they end (deadlines), and how long ended chats are kept. */
@NullMarked
package org.connectchat.chat.lifecycle;

import org.jspecify.annotations.NullMarked;
