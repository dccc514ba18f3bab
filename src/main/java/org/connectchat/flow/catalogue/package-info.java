/** Resources that a flow refers to by id, ARN or name. */
@NullMarked
package org.connectchat.flow.catalogue;

import org.jspecify.annotations.NullMarked;
