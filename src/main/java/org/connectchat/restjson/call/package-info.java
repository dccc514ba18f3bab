/**
 * One HTTP request that calls an operation: what the operation may ask of it, its interceptors and observers, its log
 * line.
 */
@NullMarked
package org.connectchat.restjson.call;

import org.jspecify.annotations.NullMarked;
