/** Makes the OpenAPI document of the control API once, with descriptions of what its calls have in common. */
@NullMarked
package org.connectchat.control.openapi;

import org.jspecify.annotations.NullMarked;
