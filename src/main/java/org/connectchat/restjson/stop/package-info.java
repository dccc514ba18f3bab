/** Logs how many requests a stop of the emulator waits for, and how many it cuts off. */
@NullMarked
package org.connectchat.restjson.stop;

import org.jspecify.annotations.NullMarked;
