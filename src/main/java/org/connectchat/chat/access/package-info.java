/** The tokens and tickets that let a participant into a chat. */
@NullMarked
package org.connectchat.chat.access;

import org.jspecify.annotations.NullMarked;
