/** Checks Signature Version 4 of Amazon Connect's calls, if a setting asks for it. */
@NullMarked
package org.connectchat.auth;

import org.jspecify.annotations.NullMarked;
