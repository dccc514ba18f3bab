/**
 * Amazon Connect: its routes, errors and violations, and the catalogue of instances and flows. Its operations are in
 * the packages below.
 */
@NullMarked
package org.connectchat.connect;

import org.jspecify.annotations.NullMarked;
