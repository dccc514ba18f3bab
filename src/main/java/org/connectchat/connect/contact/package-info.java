/** The operations on an existing contact: describe, stop, attributes, participants, timers. */
@NullMarked
package org.connectchat.connect.contact;

import org.jspecify.annotations.NullMarked;
