/** What there is to be counted, for Prometheus to collect. It looks into the other rooms; none of them knows it. */
@NullMarked
package org.connectchat.metrics;

import org.jspecify.annotations.NullMarked;
