/** Records what happened, up to a bound, and lets requests wait for more of it without a thread. */
@NullMarked
package org.connectchat.control.recording;

import org.jspecify.annotations.NullMarked;
