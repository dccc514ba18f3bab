/** The operations on flow modules: one class for each, named after it. */
@NullMarked
package org.connectchat.connect.module;

import org.jspecify.annotations.NullMarked;
