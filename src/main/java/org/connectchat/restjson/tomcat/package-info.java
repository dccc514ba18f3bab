/** Tomcat's connections: their bound, the reserve above it, turns, TCP resets, and bodies that are left unread. */
@NullMarked
package org.connectchat.restjson.tomcat;

import org.jspecify.annotations.NullMarked;
