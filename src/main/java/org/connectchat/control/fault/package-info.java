/** Keeps the faults that a test adds, and injects them into matching calls and sockets. */
@NullMarked
package org.connectchat.control.fault;

import org.jspecify.annotations.NullMarked;
