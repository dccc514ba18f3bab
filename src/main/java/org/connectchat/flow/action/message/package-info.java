/** The action types that write to the customer: messages, views, and bots. */
@NullMarked
package org.connectchat.flow.action.message;

import org.jspecify.annotations.NullMarked;
