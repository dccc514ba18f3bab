/**
 * Runs Amazon Connect's flow language on chats. The packages {@code reference}, {@code language} and {@code shape} know
 * neither chats nor Spring.
 */
@NullMarked
package org.connectchat.flow;

import org.jspecify.annotations.NullMarked;
