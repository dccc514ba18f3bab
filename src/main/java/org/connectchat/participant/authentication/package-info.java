/** The operations of customer authentication, which find no session: no flow begins one. */
@NullMarked
package org.connectchat.participant.authentication;

import org.jspecify.annotations.NullMarked;
