/** Waiting without a thread, and noticing clients that hang up meanwhile. */
@NullMarked
package org.connectchat.restjson.delay;

import org.jspecify.annotations.NullMarked;
