/** An emulator for tests of JUnit Jupiter. */
@NullMarked
package org.connectchat.kit.junit;

import org.jspecify.annotations.NullMarked;
