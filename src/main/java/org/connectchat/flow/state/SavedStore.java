package org.connectchat.flow.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.language.FlowType;
import org.jspecify.annotations.Nullable;

/** The flows, or the modules, that instances have of their own, besides those of files. */
public record SavedStore(List<Instance> instances) {

    /**
     * What one instance has.
     *
     * @param own in the order in which they were created
     * @param removed the ids of those of files that the instance has deleted
     * @param created what each ClientToken created
     */
    public record Instance(String instanceId, List<Flow> own, List<String> removed, Map<String, Creation> created) {}

    /**
     * A flow or a module.
     *
     * @param archived whether new chats may not start with it
     * @param saved the latest content
     * @param current whether chats run the latest content
     * @param published the content that chats run, if it is another one
     * @param contract of a module
     */
    public record Flow(
            String id,
            String name,
            FlowType type,
            @Nullable String description,
            boolean archived,
            String saved,
            boolean current,
            @Nullable String published,
            Map<String, String> tags,
            long version,
            Instant lastModified,
            Contract contract) {

        /** Without contents. */
        @Override
        public String toString() {
            return "Flow[" + id + "]";
        }
    }

    /**
     * What a module declares.
     *
     * @param settings the text of its settings
     * @param externalInvocation whether it may be invoked from outside; null if that was never said
     */
    public record Contract(
            @Nullable String settings, @Nullable Boolean externalInvocation) {}

    /** What a call with a ClientToken asked to create. */
    public record Creation(
            String id,
            String name,
            @Nullable String description,
            String sha256,
            Map<String, String> tags,
            Contract contract) {}
}
