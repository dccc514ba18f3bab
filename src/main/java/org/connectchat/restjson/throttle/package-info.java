/**
 * Token buckets that say whether a call of an operation may pass. restjson.endpoint refuses a call that may not pass.
 */
@NullMarked
package org.connectchat.restjson.throttle;

import org.jspecify.annotations.NullMarked;
