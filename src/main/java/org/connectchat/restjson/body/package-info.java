/** Carries the bodies of requests and responses; no thread waits for a client that sends or reads slowly. */
@NullMarked
package org.connectchat.restjson.body;

import org.jspecify.annotations.NullMarked;
