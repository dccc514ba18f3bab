/**
 * Delivers items to systems outside the emulator: in order within a lane, tried again with growing pauses, bounded in
 * memory and in time, and never on the thread of a caller. It knows no chat.
 */
@NullMarked
package org.connectchat.delivery;

import org.jspecify.annotations.NullMarked;
