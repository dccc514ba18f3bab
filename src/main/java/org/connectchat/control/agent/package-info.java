/** Plays the agents of a chat: they join, send, share files, transfer and leave. */
@NullMarked
package org.connectchat.control.agent;

import org.jspecify.annotations.NullMarked;
