/** The operations that associate functions and bots with an instance. They have no effect: the settings name both. */
@NullMarked
package org.connectchat.connect.association;

import org.jspecify.annotations.NullMarked;
