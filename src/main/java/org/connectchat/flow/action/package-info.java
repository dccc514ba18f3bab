/** The interfaces between the action types of the flow language and the engine that runs them. */
@NullMarked
package org.connectchat.flow.action;

import org.jspecify.annotations.NullMarked;
