/** The headers that every response has, the request id and the CORS headers, and Tomcat's own request, through which they are added. */
@NullMarked
package org.connectchat.restjson.header;

import org.jspecify.annotations.NullMarked;
