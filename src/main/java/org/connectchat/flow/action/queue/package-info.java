/** The action types for queues: they choose a queue, put contacts into it and order them, and read metrics and hours. */
@NullMarked
package org.connectchat.flow.action.queue;

import org.jspecify.annotations.NullMarked;
