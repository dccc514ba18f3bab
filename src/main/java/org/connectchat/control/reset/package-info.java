/** Brings the emulator, or one instance, back to the state after the start. */
@NullMarked
package org.connectchat.control.reset;

import org.jspecify.annotations.NullMarked;
