/** DescribeQueue and ListQueues: the queues that flows use. */
@NullMarked
package org.connectchat.connect.queue;

import org.jspecify.annotations.NullMarked;
