/**
 * The whole state of the emulator as one versioned JSON document: how it is written and read, how it takes the place of what is
 * there, and the file that keeps it over a restart.
 */
@NullMarked
package org.connectchat.state;

import org.jspecify.annotations.NullMarked;
