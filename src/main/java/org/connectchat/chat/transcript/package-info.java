/** What is read of a chat: pages of its transcript, and the metrics that its messages add up to. */
@NullMarked
package org.connectchat.chat.transcript;

import org.jspecify.annotations.NullMarked;
