/** The templates of AWS operations, emulated or not: read, check, name the target, execute. */
@NullMarked
package org.connectchat.restjson.operation;

import org.jspecify.annotations.NullMarked;
