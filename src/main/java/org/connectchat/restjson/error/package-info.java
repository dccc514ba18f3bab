/** AWS errors: their codes and statuses, the dialect of each service, and the collector of a request's violations. */
@NullMarked
package org.connectchat.restjson.error;

import org.jspecify.annotations.NullMarked;
