package org.connectchat.flow.store;

import java.util.Collection;
import java.util.Comparator;
import org.connectchat.chat.lifecycle.StartableFlows;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.state.SavedStore;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/** The flows and the modules of all instances (rules F75 and F86). */
public final class FlowStore implements StartableFlows {

    /** The default quotas of an instance on AWS (rule F86). */
    private static final int FLOWS = 100;

    private static final int MODULES = 200;

    private final FlowCollection flows;
    private final FlowCollection modules;

    public FlowStore(MemoryBudget budget) {
        this.flows = new FlowCollection("flow", FLOWS, budget);
        this.modules = new FlowCollection("flow module", MODULES, budget);
    }

    /** The flows. */
    public FlowCollection flows() {
        return flows;
    }

    /** The modules. */
    public FlowCollection modules() {
        return modules;
    }

    /**
     * Finds a flow that a running flow names (rule F75): by its id, by the last part of an ARN of any account and instance,
     * or otherwise by the name that the console shows for it. Of flows with the same name, the first in the order of
     * {@link FlowType} is taken.
     *
     * @param displayName the name that the console wrote into the metadata of the action, or null
     */
    public @Nullable StoredFlow find(String instanceId, String idOrArn, @Nullable String displayName) {
        StoredFlow byId = flows.find(instanceId, FlowReference.of(idOrArn).id());
        return byId != null || displayName == null ? byId : byName(flows, instanceId, displayName);
    }

    /**
     * Finds a module like {@link #find}. Its id or ARN may end in an alias or {@code $LATEST}.
     *
     * @param displayName the name that the console wrote into the metadata of the action, or null
     */
    public @Nullable StoredFlow module(String instanceId, String idOrArnOrAlias, @Nullable String displayName) {
        StoredFlow byId =
                modules.find(instanceId, FlowReference.of(idOrArnOrAlias).id());
        return byId != null || displayName == null ? byId : byName(modules, instanceId, displayName);
    }

    private static @Nullable StoredFlow byName(FlowCollection collection, String instanceId, String name) {
        return collection.all(instanceId).stream()
                .filter(flow -> flow.name().equals(name))
                .min(Comparator.comparing(StoredFlow::type))
                .orElse(null);
    }

    @Override
    public Verdict verdict(String instanceId, String contactFlowId) {
        StoredFlow flow = find(instanceId, contactFlowId, null);
        if (flow == null) {
            return Verdict.UNKNOWN;
        }
        return flow.isStartable() ? Verdict.STARTABLE : Verdict.NOT_STARTABLE;
    }

    /** Sets the flows and modules of files, which belong to every instance. */
    public void replaceFiles(Collection<StoredFlow> files) {
        flows.replaceFiles(
                files.stream().filter(file -> file.type() != FlowType.MODULE).toList());
        modules.replaceFiles(
                files.stream().filter(file -> file.type() == FlowType.MODULE).toList());
    }

    /** The flows that instances have of their own. */
    public SavedStore saveFlows() {
        return flows.save();
    }

    /** The modules that instances have of their own. */
    public SavedStore saveModules() {
        return modules.save();
    }

    /**
     * Prepares flows and modules that were saved.
     *
     * @return replaces those that instances have of their own by them
     */
    public Runnable prepare(SavedStore savedFlows, SavedStore savedModules, StatePath path) {
        Runnable ofFlows = flows.prepare(savedFlows, false, path.member("flows"));
        Runnable ofModules = modules.prepare(savedModules, true, path.member("modules"));
        return () -> {
            ofFlows.run();
            ofModules.run();
        };
    }

    /** Restores the flows and modules of files in one instance. */
    public void reset(String instanceId) {
        flows.reset(instanceId);
        modules.reset(instanceId);
    }

    /** Restores the flows and modules of files. */
    public void reset() {
        flows.reset();
        modules.reset();
    }
}
