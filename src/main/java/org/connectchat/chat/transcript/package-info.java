/** Reads chats: pages of the transcript, metrics of messages, present participants and deadlines. */
@NullMarked
package org.connectchat.chat.transcript;

import org.jspecify.annotations.NullMarked;
