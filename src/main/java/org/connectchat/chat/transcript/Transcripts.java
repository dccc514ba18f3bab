package org.connectchat.chat.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.TranscriptEntry;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.transcript.TranscriptQuery.Start;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of transcripts, in both directions, and for a persistent chat back through its past. A page never has
 * both items of the chat and items of its past: clients reach past items only by the token of the previous page.
 */
public final class Transcripts {

    private static final int MAX_PAST_CONTACTS = 100;

    private final ChatStore chats;

    Transcripts(ChatStore chats) {
        this.chats = chats;
    }

    /**
     * One page of the transcript of a contact.
     *
     * @throws ChatRefused if the token or the start position is not of this transcript
     */
    public TranscriptPage page(Contact contact, TranscriptQuery query) {
        PageToken token = query.nextToken() == null ? null : PageToken.parse(query.nextToken(), contact.sessionId());
        boolean forward = token == null ? query.forward() : token.forward();
        List<List<TranscriptEntry>> chapters = chapters(contact, !forward, query.contactId());
        int chapter = token == null ? 0 : token.chapter();
        if (chapter >= chapters.size()) {
            throw PageToken.unknownPosition("NextToken");
        }
        int index = token == null ? start(chapters.get(0), query.start(), forward) : token.index();
        return forward
                ? forwards(contact, chapters.get(0), index, query)
                : backwards(contact, chapters, chapter, index, query);
    }

    private static TranscriptPage forwards(
            Contact contact, List<TranscriptEntry> entries, int from, TranscriptQuery query) {
        int begin = Math.min(Math.max(from, 0), entries.size());
        int end = Math.min(begin + query.maxResults(), entries.size());
        String next = end < entries.size() ? new PageToken(contact.sessionId(), true, 0, end).text() : null;
        return page(contact, new ArrayList<>(entries.subList(begin, end)), query.ascending(), next);
    }

    private static TranscriptPage backwards(
            Contact contact, List<List<TranscriptEntry>> chapters, int chapter, int from, TranscriptQuery query) {
        List<TranscriptEntry> newestFirst = new ArrayList<>();
        int current = chapter;
        int index = Math.min(from, chapters.get(chapter).size() - 1);
        String next = null;
        while (true) {
            if (index < 0) {
                boolean endOfPresent = current == 0;
                current = nextFilled(chapters, current + 1);
                if (current == chapters.size()) {
                    break;
                }
                index = chapters.get(current).size() - 1;
                if (endOfPresent) {
                    next = new PageToken(contact.sessionId(), false, current, index).text();
                    break;
                }
            }
            if (newestFirst.size() == query.maxResults()) {
                next = new PageToken(contact.sessionId(), false, current, index).text();
                break;
            }
            newestFirst.add(chapters.get(current).get(index--));
        }
        Collections.reverse(newestFirst);
        return page(contact, newestFirst, query.ascending(), next);
    }

    private static int nextFilled(List<List<TranscriptEntry>> chapters, int from) {
        int chapter = from;
        while (chapter < chapters.size() && chapters.get(chapter).isEmpty()) {
            chapter++;
        }
        return chapter;
    }

    private static TranscriptPage page(
            Contact contact, List<TranscriptEntry> oldestFirst, boolean ascending, @Nullable String next) {
        if (!ascending) {
            Collections.reverse(oldestFirst);
        }
        return new TranscriptPage(contact.lineage().initialContactId(), oldestFirst, next);
    }

    private static int start(List<TranscriptEntry> entries, @Nullable Start start, boolean forward) {
        if (start == null) {
            return forward ? 0 : entries.size() - 1;
        }
        if (start instanceof Start.MostRecent recent) {
            return Math.max(entries.size() - Math.max(recent.count(), 1), 0);
        }
        if (start instanceof Start.Time time) {
            return atTime(entries, time, forward);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (start instanceof Start.Id id && entries.get(i).item().id().equals(id.id())) {
                return i;
            }
        }
        throw PageToken.unknownPosition("StartPosition.Id");
    }

    private static int atTime(List<TranscriptEntry> entries, Start.Time time, boolean forward) {
        int index = 0;
        while (index < entries.size()) {
            int order = entries.get(index).item().at().compareTo(time.moment());
            if (forward ? order >= 0 : order > 0) {
                break;
            }
            index++;
        }
        return forward ? index : index - 1;
    }

    /**
     * The items of the chat's own session first, then, if wanted, those of the sessions that it continues, newest
     * first. A contact id narrows this to the items of that contact in the chat's own session. As at AWS, the id of a
     * past contact narrows nothing: its items are reached from page to page.
     */
    private List<List<TranscriptEntry>> chapters(Contact contact, boolean withPast, @Nullable String contactId) {
        List<TranscriptEntry> present = entries(contact);
        if (contactId != null && !isOfPast(contactId, contact)) {
            return List.of(of(present, Set.of(contactId)));
        }
        List<List<TranscriptEntry>> chapters = new ArrayList<>();
        chapters.add(present);
        if (withPast) {
            past(contact)
                    .forEach(segments -> chapters.add(of(
                            entries(segments.get(0)),
                            segments.stream().map(Contact::id).collect(Collectors.toSet()))));
        }
        return chapters;
    }

    /** The transcript of the whole session of a contact. */
    List<TranscriptEntry> entries(Contact contact) {
        Chat chat = chats.byContact(contact.id());
        return chat == null ? List.of() : chat.transcript();
    }

    /** The entries of some successive contacts of one session: a view, because the transcript may be long. */
    static List<TranscriptEntry> of(List<TranscriptEntry> entries, Set<String> contactIds) {
        int from = 0;
        int to = entries.size();
        while (from < to && !contactIds.contains(entries.get(from).item().contactId())) {
            from++;
        }
        while (to > from && !contactIds.contains(entries.get(to - 1).item().contactId())) {
            to--;
        }
        return entries.subList(from, to);
    }

    private boolean isOfPast(String contactId, Contact contact) {
        return past(contact).stream()
                .flatMap(List::stream)
                .anyMatch(segment -> segment.id().equals(contactId));
    }

    /** The sessions that the transcript leads to: the chat's own first, then the past ones, newest first. */
    public List<String> sessions(Contact contact) {
        return Stream.concat(
                        Stream.of(contact.sessionId()),
                        past(contact).stream().map(segments -> segments.get(0).sessionId()))
                .toList();
    }

    /** The past sessions that a chat continues, newest first; each is a list of the contacts that are shown. */
    private List<List<Contact>> past(Contact contact) {
        List<List<Contact>> sessions = new ArrayList<>();
        int contactsShown = 0;
        Contact source = find(contact.lineage().continuedFromContactId());
        while (source != null && contactsShown < MAX_PAST_CONTACTS) {
            List<Contact> segments = new ArrayList<>();
            Contact segment = source;
            while (segment != null && contactsShown < MAX_PAST_CONTACTS) {
                segments.add(segment);
                contactsShown++;
                segment = find(segment.lineage().previousContactId());
            }
            sessions.add(segments);
            source = find(source.lineage().continuedFromContactId());
        }
        return sessions;
    }

    private @Nullable Contact find(@Nullable String contactId) {
        Chat chat = contactId == null ? null : chats.byContact(contactId);
        return contactId == null || chat == null ? null : chat.contact(contactId);
    }
}
