/** TagContact and UntagContact. */
@NullMarked
package org.connectchat.connect.tag;

import org.jspecify.annotations.NullMarked;
