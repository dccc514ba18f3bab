/** Starts emulators for tests. */
@NullMarked
package org.connectchat.kit;

import org.jspecify.annotations.NullMarked;
