/** The operations on flows: one class for each, named after it, and what the operations on modules share with them. */
@NullMarked
package org.connectchat.connect.flow;

import org.jspecify.annotations.NullMarked;
