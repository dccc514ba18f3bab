package org.connectchat.connect.page;

/**
 * The position of a contact in an order.
 *
 * @param rank what decides first, the smallest first
 * @param contactId what decides between equals
 */
public record PagePosition(long rank, String contactId) implements Comparable<PagePosition> {

    @Override
    public int compareTo(PagePosition other) {
        int ranks = Long.compare(rank, other.rank);
        return ranks == 0 ? contactId.compareTo(other.contactId) : ranks;
    }
}
