package org.connectchat.flow.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.flow.state.SavedStore;
import org.connectchat.flow.state.StatePath;
import org.connectchat.flow.store.FlowStoreRefused.Reason;
import org.connectchat.flow.store.InstanceFlows.Creation;
import org.connectchat.flow.store.InstanceFlows.Request;
import org.jspecify.annotations.Nullable;

/**
 * The flows of all instances, or their modules. Files belong to every instance; an instance may change or delete what it
 * has of them. Readers take no lock; each change is one step under the lock, so names stay unique and no limit is
 * exceeded.
 */
public final class FlowCollection {

    private final String noun;
    private final int maximum;
    private final ReentrantLock changing = new ReentrantLock();
    private final Map<String, InstanceFlows> byInstance = new ConcurrentHashMap<>();
    private volatile Map<String, StoredFlow> files = Map.of();

    @GuardedBy("changing")
    private final CollectionLimits limits;

    /**
     * An empty one.
     *
     * @param noun what messages call an element
     * @param maximum the most that one instance has
     */
    FlowCollection(String noun, int maximum, MemoryBudget budget) {
        this.noun = noun;
        this.maximum = maximum;
        this.limits = new CollectionLimits(noun, maximum, budget);
    }

    /** The one with this id, or null. */
    public @Nullable StoredFlow find(String instanceId, String id) {
        InstanceFlows instance = byInstance.getOrDefault(instanceId, InstanceFlows.NONE);
        StoredFlow own = instance.own().get(id);
        if (own != null) {
            return own;
        }
        StoredFlow file = files.get(id);
        return file == null || instance.removed().contains(id) ? null : file.in(instanceId);
    }

    /**
     * The one with this id.
     *
     * @throws FlowStoreRefused if the instance has none
     */
    public StoredFlow get(String instanceId, String id) {
        StoredFlow found = find(instanceId, id);
        if (found == null) {
            throw new FlowStoreRefused(
                    Reason.UNKNOWN, "The " + noun + " " + id + " was not found in instance " + instanceId);
        }
        return found;
    }

    /** Whether an instance has none. */
    boolean isEmpty(String instanceId) {
        InstanceFlows instance = byInstance.getOrDefault(instanceId, InstanceFlows.NONE);
        return instance.own().isEmpty() && instance.removed().containsAll(files.keySet());
    }

    /** All of an instance; those of files first, otherwise in the order in which they were created. */
    public List<StoredFlow> all(String instanceId) {
        InstanceFlows instance = byInstance.getOrDefault(instanceId, InstanceFlows.NONE);
        List<StoredFlow> all = new ArrayList<>();
        files.values().stream()
                .filter(file -> !instance.isTouched(file.id()))
                .forEach(file -> all.add(file.in(instanceId)));
        all.addAll(instance.own().values());
        return all;
    }

    /** All of all instances: those of files once, then what instances have of their own. */
    public List<StoredFlow> everywhere() {
        List<StoredFlow> all = new ArrayList<>(files.values());
        byInstance.values().forEach(instance -> all.addAll(instance.own().values()));
        return all;
    }

    /** An id that an instance has not: a seed that begins again gives the ids of those that are still there, too. */
    public String freeId(String instanceId, Supplier<String> ids) {
        String id = ids.get();
        while (find(instanceId, id) != null) {
            id = ids.get();
        }
        return id;
    }

    /**
     * Adds one; a repeated call with the same ClientToken returns the one that exists.
     *
     * @throws FlowStoreRefused if its name is taken, the limit is reached, or the ClientToken created another one
     */
    public StoredFlow add(StoredFlow flow, @Nullable String clientToken) {
        String instanceId = flow.instanceId();
        Request request = Request.of(flow);
        changing.lock();
        try {
            InstanceFlows instance = byInstance.getOrDefault(instanceId, InstanceFlows.NONE);
            Creation before = clientToken == null ? null : instance.created().get(clientToken);
            if (before != null) {
                return repeated(instanceId, before, request);
            }
            List<StoredFlow> all = all(instanceId);
            limits.requireRoom(instanceId, all);
            limits.requireFreeName(flow, all);
            limits.take(flow.weight());
            InstanceFlows changed = instance.with(flow);
            byInstance.put(
                    instanceId,
                    clientToken == null ? changed : changed.with(clientToken, new Creation(flow.id(), request)));
            return flow;
        } finally {
            changing.unlock();
        }
    }

    private StoredFlow repeated(String instanceId, Creation before, Request request) {
        if (!before.request().equals(request)) {
            throw new FlowStoreRefused(
                    Reason.TOKEN_USED_OTHERWISE,
                    "The ClientToken has created the " + noun + " " + before.id() + " with other parameters");
        }
        return get(instanceId, before.id());
    }

    /**
     * Changes one. The change must be quick, because it runs under the lock.
     *
     * @throws FlowStoreRefused if there is none, or its new name is taken
     */
    public StoredFlow change(String instanceId, String id, UnaryOperator<StoredFlow> change) {
        changing.lock();
        try {
            StoredFlow before = get(instanceId, id);
            StoredFlow after = change.apply(before);
            if (!after.name().equals(before.name())) {
                limits.requireFreeName(after, all(instanceId));
            }
            InstanceFlows instance = byInstance.getOrDefault(instanceId, InstanceFlows.NONE);
            boolean isOwn = instance.own().containsKey(id);
            limits.take(after.weight());
            limits.giveBack(isOwn ? before.weight() : 0);
            byInstance.put(instanceId, instance.with(after));
            return after;
        } finally {
            changing.unlock();
        }
    }

    /**
     * Deletes one; chats that run it are not touched (rule F87).
     *
     * @throws FlowStoreRefused if there is none
     */
    public void remove(String instanceId, String id) {
        changing.lock();
        try {
            StoredFlow before = get(instanceId, id);
            InstanceFlows instance = byInstance.getOrDefault(instanceId, InstanceFlows.NONE);
            limits.giveBack(instance.own().containsKey(id) ? before.weight() : 0);
            byInstance.put(instanceId, instance.without(id, files.containsKey(id)));
        } finally {
            changing.unlock();
        }
    }

    /**
     * Sets what the files hold. A file that says something new replaces what instances made of what it said before; a file
     * that says the same leaves that as it is.
     */
    void replaceFiles(Collection<StoredFlow> read) {
        changing.lock();
        try {
            Map<String, StoredFlow> before = files;
            Map<String, StoredFlow> now = new LinkedHashMap<>();
            for (StoredFlow file : read) {
                StoredFlow old = before.get(file.id());
                now.put(file.id(), old != null && old.saysTheSame(file) ? old : file.after(old));
            }
            for (Map.Entry<String, InstanceFlows> instance : byInstance.entrySet()) {
                instance.setValue(restored(instance.getValue(), before, now));
            }
            files = Collections.unmodifiableMap(now);
        } finally {
            changing.unlock();
        }
    }

    @GuardedBy("changing")
    @SuppressWarnings("ReferenceEquality") // a file that was read again is another object
    private InstanceFlows restored(
            InstanceFlows instance, Map<String, StoredFlow> before, Map<String, StoredFlow> now) {
        InstanceFlows restored = instance;
        for (Map.Entry<String, StoredFlow> file : before.entrySet()) {
            String id = file.getKey();
            if (instance.isTouched(id) && now.get(id) != file.getValue()) {
                StoredFlow own = instance.own().get(id);
                limits.giveBack(own == null ? 0 : own.weight());
                restored = restored.asInFile(id);
            }
        }
        return restored;
    }

    /** What instances have of their own. */
    SavedStore save() {
        return SavedCollections.save(byInstance);
    }

    /**
     * Prepares what was saved.
     *
     * @return replaces what instances have of their own by it
     */
    Runnable prepare(SavedStore saved, boolean modules, StatePath path) {
        Map<String, InstanceFlows> instances = SavedCollections.read(saved, modules, maximum, path);
        return () -> {
            changing.lock();
            try {
                reset();
                byInstance.putAll(instances);
                instances
                        .values()
                        .forEach(instance -> instance.own().values().forEach(flow -> limits.hold(flow.weight())));
            } finally {
                changing.unlock();
            }
        };
    }

    /** Lets one instance go back to what the files hold. */
    void reset(String instanceId) {
        changing.lock();
        try {
            InstanceFlows removed = byInstance.remove(instanceId);
            if (removed != null) {
                removed.own().values().forEach(flow -> limits.giveBack(flow.weight()));
            }
        } finally {
            changing.unlock();
        }
    }

    /** Goes back to what the files hold. */
    void reset() {
        changing.lock();
        try {
            byInstance.clear();
            limits.giveAllBack();
        } finally {
            changing.unlock();
        }
    }
}
