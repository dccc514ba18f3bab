/** Resources that a flow refers to by id, ARN or name, and what instances have of their own. */
@NullMarked
package org.connectchat.flow.catalogue;

import org.jspecify.annotations.NullMarked;
