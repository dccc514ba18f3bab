/** The streamings of a chat: what was delivered, what waits and what failed, and awaits of it without a thread. */
@NullMarked
package org.connectchat.control.streaming;

import org.jspecify.annotations.NullMarked;
