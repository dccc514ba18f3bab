/** The headers that every response has: the request id and the CORS headers. */
@NullMarked
package org.connectchat.restjson.header;

import org.jspecify.annotations.NullMarked;
