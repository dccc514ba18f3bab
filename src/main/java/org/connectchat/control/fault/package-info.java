/**
 * Keeps the faults that a test adds, injects them into matching calls, and decides which frames of sockets they
 * hit.
 */
@NullMarked
package org.connectchat.control.fault;

import org.jspecify.annotations.NullMarked;
