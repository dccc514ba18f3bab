/** Message streaming: which message is published to an SNS topic for each item of a chat, and by which way. */
@NullMarked
package org.connectchat.stream;

import org.jspecify.annotations.NullMarked;
