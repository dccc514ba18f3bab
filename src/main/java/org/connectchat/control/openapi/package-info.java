/** The OpenAPI document of the control API, and the page on which people try it. */
@NullMarked
package org.connectchat.control.openapi;

import org.jspecify.annotations.NullMarked;
