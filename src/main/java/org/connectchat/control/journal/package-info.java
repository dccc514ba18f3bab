/**
 * Records the calls of AWS operations in a bounded journal, and lists, counts and awaits them. The public paths say
 * {@code calls}.
 */
@NullMarked
package org.connectchat.control.journal;

import org.jspecify.annotations.NullMarked;
