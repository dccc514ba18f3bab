/** The operations that start and stop the message streaming of a chat. */
@NullMarked
package org.connectchat.connect.streaming;

import org.jspecify.annotations.NullMarked;
