/** SendMessage and SendEvent. */
@NullMarked
package org.connectchat.participant.message;

import org.jspecify.annotations.NullMarked;
