/** Sets the seed of ids and tokens. */
@NullMarked
package org.connectchat.control.ids;

import org.jspecify.annotations.NullMarked;
