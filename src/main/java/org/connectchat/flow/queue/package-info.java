/** Queues: which exist, and what is known of a contact that waits in one. */
@NullMarked
package org.connectchat.flow.queue;

import org.jspecify.annotations.NullMarked;
