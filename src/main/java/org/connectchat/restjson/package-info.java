/** AWS restJson1 on Spring MVC and Tomcat, put together from the rooms below. It knows no chat. */
@NullMarked
package org.connectchat.restjson;

import org.jspecify.annotations.NullMarked;
