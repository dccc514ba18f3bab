/** CreateParticipantConnection and DisconnectParticipant, and the URL of the WebSocket. */
@NullMarked
package org.connectchat.participant.connection;

import org.jspecify.annotations.NullMarked;
