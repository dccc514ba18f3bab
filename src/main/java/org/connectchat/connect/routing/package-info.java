/** The place of a contact among those who wait: GetContactMetrics and UpdateContactRoutingData. */
@NullMarked
package org.connectchat.connect.routing;

import org.jspecify.annotations.NullMarked;
