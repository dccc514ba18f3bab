/** Queues, hours of operation and standing agents while the emulator runs. */
@NullMarked
package org.connectchat.control.flow.queue;

import org.jspecify.annotations.NullMarked;
