/** Generates ids, tokens and the handles of file URLs; chat.access decides what a token gives access to. */
@NullMarked
package org.connectchat.chat.identity;

import org.jspecify.annotations.NullMarked;
