/** Refuses settings that do not exist, cannot be read or break a rule, in words that a user of the emulator knows. */
@NullMarked
package org.connectchat.settings;

import org.jspecify.annotations.NullMarked;
