/** The WebSocket protocol's own frames, ping and pong, sent through Tomcat without a thread that waits. */
@NullMarked
package org.connectchat.websocket.frames;

import org.jspecify.annotations.NullMarked;
