/**
 * Keeps the faults that a test adds, injects them into matching calls, and decides which frames of sockets they
 * strike.
 */
@NullMarked
package org.connectchat.control.fault;

import org.jspecify.annotations.NullMarked;
