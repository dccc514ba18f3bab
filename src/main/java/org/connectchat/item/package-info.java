/** Items of chats as the wire shows them: in transcripts, on sockets and in streamed messages. */
@NullMarked
package org.connectchat.item;

import org.jspecify.annotations.NullMarked;
