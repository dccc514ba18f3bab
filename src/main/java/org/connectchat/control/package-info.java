/**
 * What all packages of the control API share: its paths, its problem details, and how it writes durations and
 * instants.
 */
@NullMarked
package org.connectchat.control;

import org.jspecify.annotations.NullMarked;
