/** Flows that ship with the emulator, with the settings that they need. */
@NullMarked
package org.connectchat.flow.sample;

import org.jspecify.annotations.NullMarked;
