/** Who may use the control API: the programs and pages of the developer, and no page of another origin. */
@NullMarked
package org.connectchat.control.access;

import org.jspecify.annotations.NullMarked;
