/** The socket on which participants hear what happens in their chat: AWS's own frames on plain WebSocket. */
@NullMarked
package org.connectchat.websocket;

import org.jspecify.annotations.NullMarked;
