/** The operations of the Amazon Connect service, one class for each, named after it. */
@NullMarked
package org.connectchat.connect;

import org.jspecify.annotations.NullMarked;
