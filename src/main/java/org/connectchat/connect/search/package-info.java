/** SearchContacts: its request, its criteria and its orders. */
@NullMarked
package org.connectchat.connect.search;

import org.jspecify.annotations.NullMarked;
