/** The emulator as a container of Testcontainers. */
@NullMarked
package org.connectchat.kit.container;

import org.jspecify.annotations.NullMarked;
