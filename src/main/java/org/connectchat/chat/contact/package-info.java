/**
 * The contact with its participants, terms, attributes and timeline, all immutable, and the memory that a chat takes.
 */
@NullMarked
package org.connectchat.chat.contact;

import org.jspecify.annotations.NullMarked;
