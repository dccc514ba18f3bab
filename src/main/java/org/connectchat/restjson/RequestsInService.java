package org.connectchat.restjson;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardWrapper;

/**
 * How many requests Tomcat serves at the moment, those that wait without a thread included; one that goes on after such a
 * wait counts twice.
 */
final class RequestsInService {

    private final List<Context> contexts = new CopyOnWriteArrayList<>();

    void of(Context context) {
        contexts.add(context);
    }

    long count() {
        return contexts.stream().mapToLong(RequestsInService::count).sum();
    }

    private static long count(Context context) {
        long count = context instanceof StandardContext standard ? standard.getInProgressAsyncCount() : 0;
        for (Container child : context.findChildren()) {
            count += child instanceof StandardWrapper servlet ? servlet.getCountAllocated() : 0;
        }
        return count;
    }
}
