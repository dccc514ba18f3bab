/**
 * The paths, the problem details and the forms of durations and instants that all packages of the control API share.
 */
@NullMarked
package org.connectchat.control;

import org.jspecify.annotations.NullMarked;
