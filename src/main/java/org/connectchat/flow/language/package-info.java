/** The content of a flow: its actions and transitions, and how they are read from JSON. */
@NullMarked
package org.connectchat.flow.language;

import org.jspecify.annotations.NullMarked;
