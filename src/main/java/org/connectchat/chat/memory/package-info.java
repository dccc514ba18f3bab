/**
 * Bounds the heap that all chats take together: a budget, an account for each chat, and the estimated size of values.
 */
@NullMarked
package org.connectchat.chat.memory;

import org.jspecify.annotations.NullMarked;
