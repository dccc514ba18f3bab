/** The normal spelling of a path, the service that a path belongs to, and the form that a refusal has there. */
@NullMarked
package org.connectchat.restjson.place;

import org.jspecify.annotations.NullMarked;
