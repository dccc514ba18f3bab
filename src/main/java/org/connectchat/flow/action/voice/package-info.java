/** The action types that only calls have. On a chat they fail, and a stub can play them (rule F78). */
@NullMarked
package org.connectchat.flow.action.voice;

import org.jspecify.annotations.NullMarked;
