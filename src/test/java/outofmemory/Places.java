package outofmemory;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.HttpRequestHandler;

/**
 * Exhausts the heap of an emulator that runs as a process of its own; outside of its packages, so that no other emulator
 * finds it.
 */
public final class Places {

    private static final int THREADS = 50;

    /** In a request, where Spring makes an exception of it. */
    @Bean("/exhaust/handler")
    static HttpRequestHandler handler() {
        return (request, response) -> exhaust();
    }

    /** On many threads at the same moment. */
    @Bean("/exhaust/threads")
    static HttpRequestHandler threads() {
        return (request, response) -> {
            CyclicBarrier together = new CyclicBarrier(THREADS);
            for (int i = 0; i < THREADS; i++) {
                new Thread(() -> exhaustAt(together)).start();
            }
        };
    }

    /** In a request before Spring has it. */
    @Bean
    static Filter exhaustingFilter() {
        return (request, response, chain) -> {
            if (request.getParameter("exhaust") != null) {
                exhaust();
            }
            chain.doFilter(request, response);
        };
    }

    /** On the thread of the deadlines, or on one that ends a chat. */
    @Bean
    static InitializingBean exhaustingEnd(ChatContactService chats) {
        return () -> chats.whenEnded(contact -> exhaust());
    }

    private static void exhaustAt(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        throw new OutOfMemoryError("Java heap space");
    }

    private static void exhaust() {
        List<byte[]> all = new ArrayList<>();
        while (all.size() < 1_000_000) {
            all.add(new byte[1 << 20]);
        }
        throw new IllegalStateException("The heap is too large: " + all.size() + " MB");
    }
}
