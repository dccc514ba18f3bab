/** The first and the last to see a request: the servlet filter before Spring MVC, and Tomcat's error valve. */
@NullMarked
package org.connectchat.restjson.filter;

import org.jspecify.annotations.NullMarked;
