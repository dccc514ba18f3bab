/**
 * The Participant Service: its routes, errors, and the authentication of participants. Its operations are in the
 * packages below.
 */
@NullMarked
package org.connectchat.participant;

import org.jspecify.annotations.NullMarked;
