/** Sends contact events to a server that speaks the PutEvents operation of Amazon EventBridge, if one is configured. */
@NullMarked
package org.connectchat.contactevent.eventbridge;

import org.jspecify.annotations.NullMarked;
