/** Scripted bots while the emulator runs. */
@NullMarked
package org.connectchat.control.flow.bot;

import org.jspecify.annotations.NullMarked;
