/**
 * GetAuthenticationUrl and CancelParticipantAuthentication; every SessionId is unknown, because no flow begins an
 * authentication.
 */
@NullMarked
package org.connectchat.participant.authentication;

import org.jspecify.annotations.NullMarked;
