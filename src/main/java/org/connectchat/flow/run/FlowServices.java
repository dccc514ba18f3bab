package org.connectchat.flow.run;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.Feed;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.chat.time.Clocks;
import org.connectchat.flow.action.FlowSource;
import org.connectchat.flow.execution.RunServices;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.flow.offer.OfferDeadlines;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.routing.Routing;

/** What all flows share. */
public record FlowServices(
        Clocks clocks,
        ChatItemFactory items,
        IdGenerator ids,
        ChatMemory memory,
        AccountSettings account,
        ContactRoots roots,
        ActiveChats activeChats,
        RunServices runs,
        FlowSource source,
        QueueLines lines,
        Routing routing,
        OfferDeadlines offers,
        Feed<FlowLogEntry> steps) {}
