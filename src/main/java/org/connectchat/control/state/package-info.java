/** Gives the state of the emulator as a document, and takes it back. */
@NullMarked
package org.connectchat.control.state;

import org.jspecify.annotations.NullMarked;
