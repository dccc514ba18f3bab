package org.connectchat.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the rows that are named, or all, and prints them in Markdown. */
public final class Bench {

    private Bench() {}

    public static void main(String[] names) throws Exception {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("start", new StartRow());
        rows.put("send", new SendRow());
        rows.put("start-up", new StartUpRow());
        rows.put("many-chats", new ManyChatsRow());
        rows.put("sockets", new SocketsRow());
        List<String> wanted = names.length == 0 ? List.copyOf(rows.keySet()) : List.of(names);
        for (String name : wanted) {
            if (!rows.containsKey(name)) {
                throw new IllegalArgumentException("No row " + name + "; there are " + rows.keySet());
            }
        }
        Setup setup = Setup.fromProperties();
        System.out.printf("Java %s, %d processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
        for (String name : wanted) {
            System.out.printf("%n## %s%n%n%s", name, rows.get(name).measure(setup));
        }
    }
}
