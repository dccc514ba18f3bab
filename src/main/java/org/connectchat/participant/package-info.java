/** The operations of the Amazon Connect Participant Service, one class for each, named after it. */
@NullMarked
package org.connectchat.participant;

import org.jspecify.annotations.NullMarked;
