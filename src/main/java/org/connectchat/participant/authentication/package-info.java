/** The operations of customer authentication. They find no session, because no flow begins one. */
@NullMarked
package org.connectchat.participant.authentication;

import org.jspecify.annotations.NullMarked;
