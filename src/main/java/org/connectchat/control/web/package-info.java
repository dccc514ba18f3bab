/** What the web layer does for every control call: it answers pages of other origins only where a setting names them. */
@NullMarked
package org.connectchat.control.web;

import org.jspecify.annotations.NullMarked;
