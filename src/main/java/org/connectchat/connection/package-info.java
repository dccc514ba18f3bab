/** What a participant connects with: the URL of a WebSocket and a connection token. */
@NullMarked
package org.connectchat.connection;

import org.jspecify.annotations.NullMarked;
