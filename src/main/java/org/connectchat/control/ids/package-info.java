/** Sets the seed that ids and tokens follow from. */
@NullMarked
package org.connectchat.control.ids;

import org.jspecify.annotations.NullMarked;
