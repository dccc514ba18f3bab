/** The events of a chat: their content types, who hears each, and which of them the transcript keeps. */
@NullMarked
package org.connectchat.chat.event;

import org.jspecify.annotations.NullMarked;
