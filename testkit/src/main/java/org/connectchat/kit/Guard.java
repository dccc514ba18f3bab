package org.connectchat.kit;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs in the child process: ends it when its standard input ends, which it does when the parent has gone, in whatever
 * way. The kit copies this one class beside the jar, so it must need no other.
 */
final class Guard {

    private Guard() {}

    /** Calls the main method of the class that the first argument names, with the other arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(Guard::exitAtTheEndOfInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    private static void exitAtTheEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is sent; only the end counts.
            }
        } catch (IOException e) {
            // The pipe is broken: the parent has gone.
        }
        System.exit(0);
    }
}
