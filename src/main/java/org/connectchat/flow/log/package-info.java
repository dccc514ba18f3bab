/** The log of the actions that a chat has run. */
@NullMarked
package org.connectchat.flow.log;

import org.jspecify.annotations.NullMarked;
