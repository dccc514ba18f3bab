/** The contacts that belong together: CreatePersistentContactAssociation and ListAssociatedContacts. */
@NullMarked
package org.connectchat.connect.related;

import org.jspecify.annotations.NullMarked;
