/** The journal of contact events: a test lists, counts and awaits them. */
@NullMarked
package org.connectchat.control.event;

import org.jspecify.annotations.NullMarked;
