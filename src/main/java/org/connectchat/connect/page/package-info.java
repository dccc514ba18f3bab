/** Pages of lists of contacts, and the tokens that continue them. */
@NullMarked
package org.connectchat.connect.page;

import org.jspecify.annotations.NullMarked;
