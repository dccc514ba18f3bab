package org.connectchat.connect.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.connectchat.chat.contact.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Selects one page of the contacts that it is shown, in any order. However many these are, it holds no more contacts than
 * the page has. A page begins after the last position of the page before, so contacts that come and go meanwhile neither
 * move the others nor repeat them.
 */
public final class ContactSelection implements Consumer<Contact> {

    private record Ranked(PagePosition position, Contact contact) {}

    private final Predicate<Contact> wanted;
    private final ToLongFunction<Contact> order;
    private final @Nullable PagePosition after;
    private final int size;
    private final PriorityQueue<Ranked> lastFirst =
            new PriorityQueue<>(Comparator.comparing(Ranked::position).reversed());
    private long total;
    private boolean more;

    /**
     * A selection that has seen no contact.
     *
     * @param order the rank of a contact, the smallest first; ids decide between equals
     * @param after the last position of the page before; null for the first page
     * @param size how many contacts a page has at most
     */
    public ContactSelection(
            Predicate<Contact> wanted, ToLongFunction<Contact> order, @Nullable PagePosition after, int size) {
        this.wanted = wanted;
        this.order = order;
        this.after = after;
        this.size = size;
    }

    @Override
    public void accept(Contact contact) {
        if (!wanted.test(contact)) {
            return;
        }
        total++;
        PagePosition position = new PagePosition(order.applyAsLong(contact), contact.id());
        if (after != null && position.compareTo(after) <= 0) {
            return;
        }
        lastFirst.add(new Ranked(position, contact));
        if (lastFirst.size() > size) {
            lastFirst.remove();
            more = true;
        }
    }

    /** How many contacts it was shown that are wanted, on any page. */
    public long total() {
        return total;
    }

    /** The contacts of the page. */
    public List<Contact> contacts() {
        return sorted().stream().map(Ranked::contact).toList();
    }

    /** The last position of the page; null if no page follows. */
    public @Nullable PagePosition next() {
        Ranked last = lastFirst.peek();
        return more && last != null ? last.position() : null;
    }

    private List<Ranked> sorted() {
        List<Ranked> sorted = new ArrayList<>(lastFirst);
        sorted.sort(Comparator.comparing(Ranked::position));
        return sorted;
    }
}
