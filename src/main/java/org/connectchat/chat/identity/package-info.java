/** Where ids, tokens and URL handles come from, and what a token looks like. */
@NullMarked
package org.connectchat.chat.identity;

import org.jspecify.annotations.NullMarked;
