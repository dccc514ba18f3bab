/** What is read of a chat: pages of its transcript, the metrics of its messages, who is present and what is due. */
@NullMarked
package org.connectchat.chat.transcript;

import org.jspecify.annotations.NullMarked;
