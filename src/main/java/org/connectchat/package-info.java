/** Starts the emulator, logs that it is ready, and ends the process when its heap is exhausted. */
@NullMarked
package org.connectchat;

import org.jspecify.annotations.NullMarked;
