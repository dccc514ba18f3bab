/**
 * The lines of waiting contacts, the standing agents, and which agent gets which contact.
 *
 * <h2>How a contact gets an agent</h2>
 *
 * <p>{@link org.connectchat.flow.routing.QueueLines} has the contacts that wait, {@link
 * org.connectchat.flow.routing.StandingAgents} the agents, and {@link org.connectchat.flow.routing.Routing} pairs them. A
 * pair reserves a place of the agent, and the contact waits on. Then one of these happens, and only one:
 *
 * <ul>
 *   <li>the agent joins the chat: the contact leaves its line and keeps the place until it is released;
 *   <li>the pair fails, or the agent rejects or misses the offer: the place is free, and the contact waits for another
 *       agent. The agent is set aside and gets no contact until its state is set to AVAILABLE again;
 *   <li>the contact leaves its line, because it ends or another agent takes it: the place is free;
 *   <li>the agent is removed: the contact waits for another agent.
 * </ul>
 *
 * <h2>Locks</h2>
 *
 * <p>One lock guards lines, agents and pairs; it belongs to {@code QueueLines}. A thread may take it while it holds the
 * lock of a chat. No code outside of this package runs under it, nothing waits under it, and no other lock is taken. A
 * thread that carries out a pair calls {@code Routing.accepted} before the agent joins, and lets the agent join only if the
 * result is true. It needs no lock of the chat for this call: whether the chat still waits is decided under the lock of the
 * chat when the agent joins, and the place is released if it does not.
 */
@NullMarked
package org.connectchat.flow.routing;

import org.jspecify.annotations.NullMarked;
