/** The WebSocket protocol's own frames, ping and pong, sent through Tomcat without a thread that waits. */
@NullMarked
package org.connectchat.websocket.ping;

import org.jspecify.annotations.NullMarked;
