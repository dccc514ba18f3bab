/** What a contact is: its participants, terms, attributes and timeline, all immutable. */
@NullMarked
package org.connectchat.chat.contact;

import org.jspecify.annotations.NullMarked;
