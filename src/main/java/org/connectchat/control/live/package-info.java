/** Server-sent events: what changes in the emulator, for pages and for tests that follow it. */
@NullMarked
package org.connectchat.control.live;

import org.jspecify.annotations.NullMarked;
