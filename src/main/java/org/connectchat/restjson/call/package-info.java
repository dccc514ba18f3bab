/** One HTTP request that calls an operation: what the operation may ask of it, and the hooks that see it pass. */
@NullMarked
package org.connectchat.restjson.call;

import org.jspecify.annotations.NullMarked;
