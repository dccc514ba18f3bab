/** CreateParticipantConnection and DisconnectParticipant. */
@NullMarked
package org.connectchat.participant.connection;

import org.jspecify.annotations.NullMarked;
