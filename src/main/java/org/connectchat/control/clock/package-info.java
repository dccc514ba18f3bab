/** Reads and moves the emulator's clock. */
@NullMarked
package org.connectchat.control.clock;

import org.jspecify.annotations.NullMarked;
