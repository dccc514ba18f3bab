/** Describes what each type of action permits, and finds the problems of a flow (rule F83). */
@NullMarked
package org.connectchat.flow.shape;

import org.jspecify.annotations.NullMarked;
