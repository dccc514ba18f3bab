/** Reads chats: pages of their transcripts, and the metrics of their messages. */
@NullMarked
package org.connectchat.chat.transcript;

import org.jspecify.annotations.NullMarked;
