/** Signature Version 4: checks the signatures of calls of Amazon Connect, if a setting asks for it. */
@NullMarked
package org.connectchat.auth;

import org.jspecify.annotations.NullMarked;
