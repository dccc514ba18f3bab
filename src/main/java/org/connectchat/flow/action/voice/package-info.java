/** The action types for calls only. On a chat they fail, unless a stub sets an outcome (rule F78). */
@NullMarked
package org.connectchat.flow.action.voice;

import org.jspecify.annotations.NullMarked;
