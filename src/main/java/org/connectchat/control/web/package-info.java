/** The web layer of all control calls: strict parameters and JSON, bounded bodies, problem details, cross-origin rules, OpenAPI. */
@NullMarked
package org.connectchat.control.web;

import org.jspecify.annotations.NullMarked;
