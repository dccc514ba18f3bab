/** The deadlines of chats that are offered to standing agents. */
@NullMarked
package org.connectchat.flow.offer;

import org.jspecify.annotations.NullMarked;
