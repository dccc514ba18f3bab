/** The action types that change the contact of a chat: its attributes, data, tags, flows for events, and settings. */
@NullMarked
package org.connectchat.flow.action.contact;

import org.jspecify.annotations.NullMarked;
