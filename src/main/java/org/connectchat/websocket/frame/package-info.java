/** The frames of the WebSocket protocol, written through Tomcat without a thread that waits. */
@NullMarked
package org.connectchat.websocket.frame;

import org.jspecify.annotations.NullMarked;
