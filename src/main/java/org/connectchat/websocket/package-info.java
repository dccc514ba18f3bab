/** The WebSockets of participants: they receive the items of their chat in AWS's frames. */
@NullMarked
package org.connectchat.websocket;

import org.jspecify.annotations.NullMarked;
