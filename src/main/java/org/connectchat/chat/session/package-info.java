/**
 * One object for each chat, which owns everything that changes while the chat lives, under one lock; and the store that
 * finds it.
 *
 * <h2>Locks</h2>
 *
 * <p>A thread takes locks in this order only, from top to bottom, and leaves out those that it does not need:
 *
 * <table>
 * <caption>The order of locks</caption>
 * <tr><th>Lock</th><th>Guards</th><th>Held while</th></tr>
 * <tr><td>{@code ChatContactService.resetting} (read to start a chat, write to reset)</td>
 *     <td>that a chat is started before a reset, which removes it, or after the reset</td>
 *     <td>a chat is made; all chats are removed</td></tr>
 * <tr><td>the wait for a ClientToken ({@code ClientTokens})</td>
 *     <td>that one ClientToken starts one chat</td><td>another thread starts that chat</td></tr>
 * <tr><td>{@code Deadlines.firing}</td><td>the order of deadlines, and the movement of the clock</td>
 *     <td>the actions of due deadlines run</td></tr>
 * <tr><td>{@code Chat.lock}, of one chat at a time</td><td>the whole state of that chat</td>
 *     <td>one change of the chat is decided and made</td></tr>
 * <tr><td>{@code StepGate}, one of its locks to read for a step of a chat, all of them to write for a reset</td>
 *     <td>that each step is before a reset or after it</td><td>a step is taken; the collections of chats are replaced</td></tr>
 * <tr><td>{@code EndedChats.lock}, {@code ClientTokens.sweeping}, {@code ChatAttachments.lock}, {@code Outbox.lock}, and
 *     the bins of concurrent maps</td>
 *     <td>what their class says</td><td>a few steps in memory; nothing else is locked, except that the bin of the sockets of a
 *     participant takes their outboxes</td></tr>
 * </table>
 *
 * <p>No lock is held during I/O. Memory for a chat is taken before the lock of the chat, because an ended chat may have to
 * be forgotten to make room, which takes the lock of that chat. Callbacks for the end of a chat run under the lock of the
 * chat and must return at once; callbacks for a forgotten chat and for a participant that left run after it.
 *
 * <p>All locks of chat are {@link java.util.concurrent.locks.ReentrantLock}s, because a virtual thread that waits in
 * {@code synchronized} pins its carrier on Java 21 to 23.
 */
@NullMarked
package org.connectchat.chat.session;

import org.jspecify.annotations.NullMarked;
