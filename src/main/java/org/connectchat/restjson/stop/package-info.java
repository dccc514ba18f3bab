/** A stop of the emulator: how many requests it waits for, and how many it cuts off. */
@NullMarked
package org.connectchat.restjson.stop;

import org.jspecify.annotations.NullMarked;
