/** Contact events: what happens to contacts, in the form in which Amazon Connect sends it to EventBridge. */
@NullMarked
package org.connectchat.contactevent;

import org.jspecify.annotations.NullMarked;
