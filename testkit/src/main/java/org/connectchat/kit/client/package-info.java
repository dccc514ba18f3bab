/** A typed client of the control API below {@code /_emulator}. */
@NullMarked
package org.connectchat.kit.client;

import org.jspecify.annotations.NullMarked;
