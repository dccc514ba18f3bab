/** What became of what is delivered to other systems: awaits of it without a thread, and its reset. */
@NullMarked
package org.connectchat.control.delivery;

import org.jspecify.annotations.NullMarked;
