/** The queues that exist, and the data of a contact that waits in one. */
@NullMarked
package org.connectchat.flow.queue;

import org.jspecify.annotations.NullMarked;
