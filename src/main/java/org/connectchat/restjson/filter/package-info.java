/** The servlet filter before Spring MVC, and the error valve of Tomcat for requests that never reach it. */
@NullMarked
package org.connectchat.restjson.filter;

import org.jspecify.annotations.NullMarked;
