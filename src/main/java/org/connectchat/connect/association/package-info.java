/** The operations that tell an instance of functions and bots, which the emulator takes from its settings instead. */
@NullMarked
package org.connectchat.connect.association;

import org.jspecify.annotations.NullMarked;
