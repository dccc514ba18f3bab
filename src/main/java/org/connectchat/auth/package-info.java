/** Signature Version 4: who calls Amazon Connect, as far as the emulator is told to care. */
@NullMarked
package org.connectchat.auth;

import org.jspecify.annotations.NullMarked;
