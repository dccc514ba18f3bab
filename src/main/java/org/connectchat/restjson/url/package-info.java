/** The base URL by which clients reach the emulator, for the URLs of sockets and files. */
@NullMarked
package org.connectchat.restjson.url;

import org.jspecify.annotations.NullMarked;
