/** What all packages of the control API share: its paths, its problems and its values. */
@NullMarked
package org.connectchat.control;

import org.jspecify.annotations.NullMarked;
