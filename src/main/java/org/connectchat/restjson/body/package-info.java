/** Sends and receives the bodies of requests and responses; no thread waits for a slow client. */
@NullMarked
package org.connectchat.restjson.body;

import org.jspecify.annotations.NullMarked;
