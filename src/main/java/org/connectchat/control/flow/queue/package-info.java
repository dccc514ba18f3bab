/** The control API's calls for queues, hours of operation and standing agents. */
@NullMarked
package org.connectchat.control.flow.queue;

import org.jspecify.annotations.NullMarked;
