/** Amazon Connect's flows: what happens to a chat between its start and its agent. */
@NullMarked
package org.connectchat.flow;

import org.jspecify.annotations.NullMarked;
