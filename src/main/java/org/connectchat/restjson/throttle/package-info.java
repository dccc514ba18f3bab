/**
 * Token buckets that say whether a call of an operation may pass. A call that may not is refused in
 * restjson.endpoint.
 */
@NullMarked
package org.connectchat.restjson.throttle;

import org.jspecify.annotations.NullMarked;
