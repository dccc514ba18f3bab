/**
 * The events of a chat: their content types, which participants receive them, and which of them the transcript keeps.
 */
@NullMarked
package org.connectchat.chat.event;

import org.jspecify.annotations.NullMarked;
