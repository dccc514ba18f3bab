/** Whose path a request has, in the one spelling that counts, and what a refusal looks like there. */
@NullMarked
package org.connectchat.restjson.place;

import org.jspecify.annotations.NullMarked;
