package org.connectchat.delivery;

/** An attempt to deliver an item failed. The message says why, and repeats nothing of the item or of a response. */
public final class DeliveryFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isFinal;

    private DeliveryFailure(String reason, boolean isFinal) {
        // Attempts fail by the thousand while a system is down; the reason says it all.
        super(reason, null, false, false);
        this.isFinal = isFinal;
    }

    /** Another attempt may succeed. */
    public static DeliveryFailure forNow(String reason) {
        return new DeliveryFailure(reason, false);
    }

    /** Another attempt would fail too. */
    public static DeliveryFailure forGood(String reason) {
        return new DeliveryFailure(reason, true);
    }

    /** Whether the item is given up. */
    public boolean isFinal() {
        return isFinal;
    }

    /** Why the attempt failed. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
