/** Sets the outcomes of actions for tests. */
@NullMarked
package org.connectchat.control.flow.stub;

import org.jspecify.annotations.NullMarked;
