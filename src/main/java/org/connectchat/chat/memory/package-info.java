/** What chats may take of the heap together, what each thing weighs, and what each chat has taken. */
@NullMarked
package org.connectchat.chat.memory;

import org.jspecify.annotations.NullMarked;
