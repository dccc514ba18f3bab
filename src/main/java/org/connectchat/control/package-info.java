/** The control API: what a test may look at and make happen that a caller of AWS cannot. Strict JSON, RFC 9457 errors. */
@NullMarked
package org.connectchat.control;

import org.jspecify.annotations.NullMarked;
