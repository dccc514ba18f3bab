/** The actions that choose a queue, put contacts into queues and order them there, and ask queues and hours. */
@NullMarked
package org.connectchat.flow.action.queue;

import org.jspecify.annotations.NullMarked;
