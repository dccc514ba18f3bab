/** The outcomes that tests set for actions. */
@NullMarked
package org.connectchat.flow.stub;

import org.jspecify.annotations.NullMarked;
