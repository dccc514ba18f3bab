/** The references of a contact: their rules, and ListContactReferences. */
@NullMarked
package org.connectchat.connect.reference;

import org.jspecify.annotations.NullMarked;
