/** The way from a path to its operation: routing, the stages of a call, and suspension without a thread. */
@NullMarked
package org.connectchat.restjson.endpoint;

import org.jspecify.annotations.NullMarked;
