/** What the protocol needs of Tomcat's connections: how many there are, who makes room, and how many threads wait for them. */
@NullMarked
package org.connectchat.restjson.tomcat;

import org.jspecify.annotations.NullMarked;
