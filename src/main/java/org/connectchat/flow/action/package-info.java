/** What the action types of the flow language are written against. */
@NullMarked
package org.connectchat.flow.action;

import org.jspecify.annotations.NullMarked;
