/** The conversation of a chat: its items, their order, and the listeners that receive them. */
@NullMarked
package org.connectchat.chat.conversation;

import org.jspecify.annotations.NullMarked;
