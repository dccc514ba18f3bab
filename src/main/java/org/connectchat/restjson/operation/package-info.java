/** The base classes of AWS operations, and the list of the operations that are not emulated. */
@NullMarked
package org.connectchat.restjson.operation;

import org.jspecify.annotations.NullMarked;
