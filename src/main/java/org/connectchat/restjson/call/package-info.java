/** One HTTP request that calls an operation, and the hooks for interceptors and observers of calls. */
@NullMarked
package org.connectchat.restjson.call;

import org.jspecify.annotations.NullMarked;
