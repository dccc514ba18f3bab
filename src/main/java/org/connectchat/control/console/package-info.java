/** The console: pages in the browser that show and do what the control API can. */
@NullMarked
package org.connectchat.control.console;

import org.jspecify.annotations.NullMarked;
