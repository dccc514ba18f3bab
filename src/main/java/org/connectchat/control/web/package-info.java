/** The web layer of all control calls: strict JSON and parameters, bounded bodies, problem details, origins. */
@NullMarked
package org.connectchat.control.web;

import org.jspecify.annotations.NullMarked;
