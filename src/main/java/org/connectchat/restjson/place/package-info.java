/** Decides which service a path belongs to, and so which form its errors have. */
@NullMarked
package org.connectchat.restjson.place;

import org.jspecify.annotations.NullMarked;
