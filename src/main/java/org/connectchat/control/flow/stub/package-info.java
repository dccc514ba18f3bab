/** The control API's calls that set outcomes of actions. */
@NullMarked
package org.connectchat.control.flow.stub;

import org.jspecify.annotations.NullMarked;
