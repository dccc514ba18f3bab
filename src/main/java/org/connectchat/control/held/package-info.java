/** Requests of the control API that wait for something without a thread. */
@NullMarked
package org.connectchat.control.held;

import org.jspecify.annotations.NullMarked;
