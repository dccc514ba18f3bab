/** GetTranscript, and the JSON of an item of the transcript. */
@NullMarked
package org.connectchat.participant.transcript;

import org.jspecify.annotations.NullMarked;
