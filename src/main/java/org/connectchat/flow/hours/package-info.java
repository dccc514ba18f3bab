/** Hours of operation: when a contact centre is open, in its own time zone. */
@NullMarked
package org.connectchat.flow.hours;

import org.jspecify.annotations.NullMarked;
