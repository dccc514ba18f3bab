/** What participants do in a chat: connect, send, take over, and leave. */
@NullMarked
package org.connectchat.chat.participation;

import org.jspecify.annotations.NullMarked;
