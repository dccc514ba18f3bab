package org.connectchat.connect;

/** Rule I21: {@code arn:partition:service:region:account:resource}; region and account may be empty. */
final class Arn {

    private static final int PARTS = 6;

    private Arn() {}

    static boolean isValid(String text) {
        String[] parts = text.split(":", PARTS);
        return parts.length == PARTS
                && parts[0].equals("arn")
                && !parts[1].isBlank()
                && !parts[2].isBlank()
                && !parts[5].isBlank();
    }
}
