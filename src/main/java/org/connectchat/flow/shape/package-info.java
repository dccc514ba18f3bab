/** What each type of action permits, and the problems of a flow that does not keep to it. */
@NullMarked
package org.connectchat.flow.shape;

import org.jspecify.annotations.NullMarked;
