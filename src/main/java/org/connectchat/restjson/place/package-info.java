/** Which service the path of a request belongs to, and so which form an error has there. */
@NullMarked
package org.connectchat.restjson.place;

import org.jspecify.annotations.NullMarked;
