/** Reads and changes the settings that can change while the emulator runs. */
@NullMarked
package org.connectchat.control.settings;

import org.jspecify.annotations.NullMarked;
