/** The operations on a contact that exists: describe, stop, attributes, participants, timers. */
@NullMarked
package org.connectchat.connect.contact;

import org.jspecify.annotations.NullMarked;
