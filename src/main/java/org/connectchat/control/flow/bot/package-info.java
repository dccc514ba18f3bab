/** The control API's calls for scripted bots. */
@NullMarked
package org.connectchat.control.flow.bot;

import org.jspecify.annotations.NullMarked;
