/** Token buckets that limit the calls of each operation, and the limits that can change while calls run. */
@NullMarked
package org.connectchat.restjson.throttle;

import org.jspecify.annotations.NullMarked;
