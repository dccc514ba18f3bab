/** AWS restJson1 on Spring MVC and Tomcat, made of the packages below. It knows no chat. */
@NullMarked
package org.connectchat.restjson;

import org.jspecify.annotations.NullMarked;
