/** The emulator of Amazon Connect chat: one process, one port, two AWS services. */
@NullMarked
package org.connectchat;

import org.jspecify.annotations.NullMarked;
