/** The emulator's own metrics, for Prometheus. It depends on the other packages; none depends on it. */
@NullMarked
package org.connectchat.metrics;

import org.jspecify.annotations.NullMarked;
