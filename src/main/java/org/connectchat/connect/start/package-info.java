/** StartChatContact, by the AWS API and by the chat widget, and StartAssistantContact. */
@NullMarked
package org.connectchat.connect.start;

import org.jspecify.annotations.NullMarked;
