/** The emulator's own metrics for Prometheus: calls, active chats, sockets, frames, deadlines and memory. */
@NullMarked
package org.connectchat.metrics;

import org.jspecify.annotations.NullMarked;
