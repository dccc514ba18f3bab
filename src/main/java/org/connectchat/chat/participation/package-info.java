/** Lets participants connect to a chat, send, take over and leave. */
@NullMarked
package org.connectchat.chat.participation;

import org.jspecify.annotations.NullMarked;
