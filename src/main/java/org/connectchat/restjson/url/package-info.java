/** The base URL by which clients reach the emulator. */
@NullMarked
package org.connectchat.restjson.url;

import org.jspecify.annotations.NullMarked;
