/** Calls of servers that are configured: bounded in size and time, without redirects, by HTTP or by the AWS SDK. */
@NullMarked
package org.connectchat.outbound;

import org.jspecify.annotations.NullMarked;
