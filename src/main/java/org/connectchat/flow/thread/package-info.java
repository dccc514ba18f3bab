/** The threads on which flows run and wait for functions and bots. */
@NullMarked
package org.connectchat.flow.thread;

import org.jspecify.annotations.NullMarked;
