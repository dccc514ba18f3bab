package org.connectchat.flow.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.flow.action.SavedContents;
import org.connectchat.flow.language.FlowRefusedException;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.state.SavedStore;
import org.connectchat.flow.state.StatePath;
import org.connectchat.flow.store.InstanceFlows.Creation;
import org.connectchat.flow.store.InstanceFlows.Request;
import org.connectchat.flow.store.StoredFlow.State;

/** The flows or modules of instances, as a document of state has them. */
final class SavedCollections {

    private static final long MAX_VERSION = 1L << 53;

    private SavedCollections() {}

    static SavedStore save(Map<String, InstanceFlows> instances) {
        return new SavedStore(instances.entrySet().stream()
                .map(entry -> save(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static SavedStore.Instance save(String instanceId, InstanceFlows flows) {
        Map<String, SavedStore.Creation> created = new LinkedHashMap<>();
        flows.created().forEach((token, creation) -> created.put(token, save(creation)));
        return new SavedStore.Instance(
                instanceId,
                flows.own().values().stream().map(SavedCollections::save).toList(),
                flows.removed().stream().sorted().toList(),
                created);
    }

    private static SavedStore.Creation save(Creation creation) {
        Request request = creation.request();
        return new SavedStore.Creation(
                creation.id(),
                request.name(),
                request.description(),
                request.sha256(),
                request.tags(),
                save(request.contract()));
    }

    private static SavedStore.Contract save(ModuleContract contract) {
        return new SavedStore.Contract(contract.settings(), contract.externalInvocation());
    }

    private static SavedStore.Flow save(StoredFlow flow) {
        boolean isCurrent = flow.saved().parsed() != null;
        StoredContent published = flow.published();
        return new SavedStore.Flow(
                flow.id(),
                flow.name(),
                flow.type(),
                flow.description(),
                flow.state() == State.ARCHIVED,
                flow.saved().text(),
                isCurrent,
                isCurrent || published == null ? null : published.text(),
                flow.tags(),
                flow.version(),
                flow.lastModified(),
                save(flow.contract()));
    }

    /**
     * What instances had.
     *
     * @param modules whether they are modules
     * @param maximum the most that one instance has
     */
    static Map<String, InstanceFlows> read(SavedStore saved, boolean modules, int maximum, StatePath path) {
        Map<String, InstanceFlows> instances = new LinkedHashMap<>();
        for (SavedStore.Instance instance : saved.instances()) {
            StatePath at = path.member("instances").index(instances.size());
            at.member("own").require(instance.own().size() <= maximum, "must have at most " + maximum + " elements");
            InstanceFlows read = new InstanceFlows(
                    flows(instance, modules, at.member("own")),
                    Set.copyOf(new HashSet<>(instance.removed())),
                    created(instance, at.member("created")));
            boolean isNew = instances.put(instance.instanceId(), read) == null;
            at.member("instanceId").require(isNew, "is that of another instance");
        }
        return instances;
    }

    private static Map<String, StoredFlow> flows(SavedStore.Instance instance, boolean modules, StatePath path) {
        Map<String, StoredFlow> flows = new LinkedHashMap<>();
        Set<List<Object>> names = new HashSet<>();
        for (SavedStore.Flow saved : instance.own()) {
            StatePath at = path.index(flows.size());
            at.member("type").require(modules == (saved.type() == FlowType.MODULE), "is not a type of these");
            at.member("name").require(names.add(List.of(saved.type(), saved.name())), "is that of another one");
            boolean isNew = flows.put(saved.id(), flow(instance.instanceId(), saved, at)) == null;
            at.member("id").require(isNew && !saved.id().isEmpty(), "must be given, and unique");
        }
        return flows;
    }

    private static StoredFlow flow(String instanceId, SavedStore.Flow saved, StatePath path) {
        path.member("published")
                .require(!saved.current() || saved.published() == null, "must be absent if the content is current");
        StoredContent latest =
                saved.current() ? content(saved.saved(), path.member("saved")) : StoredContent.of(saved.saved(), null);
        StoredContent earlier = saved.published() == null ? null : content(saved.published(), path.member("published"));
        return new StoredFlow(
                saved.id(),
                instanceId,
                saved.name(),
                saved.type(),
                saved.description(),
                saved.archived() ? State.ARCHIVED : State.ACTIVE,
                saved.current() ? latest : earlier,
                latest,
                saved.tags(),
                path.member("version").within(1, MAX_VERSION, saved.version()),
                saved.lastModified(),
                contract(saved.contract(), path.member("contract")));
    }

    private static StoredContent content(String text, StatePath path) {
        return StoredContent.of(text, SavedContents.content(text, path));
    }

    private static ModuleContract contract(SavedStore.Contract saved, StatePath path) {
        try {
            return ModuleContract.of(saved.settings(), saved.externalInvocation());
        } catch (FlowRefusedException e) {
            throw path.member("settings").wrong("must be the text of one JSON object");
        }
    }

    private static Map<String, Creation> created(SavedStore.Instance instance, StatePath path) {
        Map<String, Creation> created = new LinkedHashMap<>();
        instance.created().forEach((token, saved) -> {
            StatePath at = path.member(token);
            boolean isOwn = instance.own().stream().anyMatch(flow -> flow.id().equals(saved.id()));
            at.member("id").require(isOwn, "is no id of a flow of the instance");
            Request request = new Request(
                    saved.name(),
                    saved.description(),
                    saved.sha256(),
                    Map.copyOf(saved.tags()),
                    contract(saved.contract(), at.member("contract")));
            created.put(token, new Creation(saved.id(), request));
        });
        return created;
    }
}
