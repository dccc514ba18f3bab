package org.connectchat.flow.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.connectchat.chat.StateRefused;
import org.connectchat.flow.action.SavedContents;
import org.connectchat.flow.catalogue.OwnOfInstances;
import org.connectchat.flow.hours.Hours;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.hours.HoursStates;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.queue.SavedQueues;
import org.connectchat.flow.routing.Routing;
import org.connectchat.flow.routing.RoutingStates;
import org.connectchat.flow.state.SavedContent;
import org.connectchat.flow.state.SavedFlows;
import org.connectchat.flow.state.StatePath;
import org.connectchat.flow.store.FlowStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Saves what flows keep that belongs to no single chat, and prepares what was saved. */
public final class FlowsState {

    private final ObjectProvider<FlowEngine> engine;
    private final FlowStore store;
    private final Queues queues;
    private final HoursCatalogue hours;
    private final Routing routing;
    private final ScriptedBots bots;

    FlowsState(
            ObjectProvider<FlowEngine> engine,
            FlowStore store,
            Queues queues,
            HoursCatalogue hours,
            Routing routing,
            ScriptedBots bots) {
        this.engine = engine;
        this.store = store;
        this.queues = queues;
        this.hours = hours;
        this.routing = routing;
        this.bots = bots;
    }

    /**
     * Saves it. The caller holds no lock of a chat.
     *
     * @param contentsOfChats the contents of all chats that were saved before
     */
    public SavedFlows save(Map<String, SavedContent> contentsOfChats) {
        return new SavedFlows(
                contentsOfChats,
                store.saveFlows(),
                store.saveModules(),
                each(queues.changed(), SavedQueues::save),
                each(hours.changed(), HoursStates::save),
                ofInstances(queues.own(), SavedQueues::save),
                ofInstances(hours.own(), HoursStates::save),
                routing.states().save(),
                bots.save());
    }

    /**
     * Checks and builds aside what was saved; changes nothing that others can see.
     *
     * @throws StateRefused with the path of the first value that is wrong
     */
    public PreparedFlows prepare(SavedFlows saved) {
        StatePath root = StatePath.ROOT;
        SavedContents contents = SavedContents.read(saved.contents(), root.member("contents"));
        Runnable ofStore = store.prepare(saved.flows(), saved.modules(), root);
        List<Queue> allQueues = each(saved.queues(), SavedQueues::read, root.member("queues"));
        List<Hours> allHours = each(saved.hours(), HoursStates::read, root.member("hours"));
        Map<String, List<Queue>> ownQueues =
                ofInstances(saved.queuesOfInstances(), SavedQueues::read, root.member("queuesOfInstances"));
        Map<String, List<Hours>> ownHours =
                ofInstances(saved.hoursOfInstances(), HoursStates::read, root.member("hoursOfInstances"));
        RoutingStates.check(saved.routing(), root.member("routing"));
        Runnable ofBots = bots.prepare(saved.bots(), root.member("bots"));
        return new PreparedFlows(contents, engine, () -> {
            ofStore.run();
            queues.reset();
            hours.reset();
            install(allQueues, ownQueues, queues::replace);
            install(allHours, ownHours, hours::replace);
            routing.states().install(saved.routing());
            ofBots.run();
        });
    }

    private static <T> void install(
            @Nullable List<T> saved, Map<String, List<T>> own, BiConsumer<@Nullable String, List<T>> replace) {
        if (saved != null) {
            replace.accept(null, saved);
        }
        own.forEach(replace);
    }

    private static <T, S> @Nullable Map<String, List<S>> ofInstances(Map<String, List<T>> own, Function<T, S> save) {
        Map<String, List<S>> all = new LinkedHashMap<>();
        own.forEach((instanceId, list) ->
                all.put(instanceId, list.stream().map(save).toList()));
        return all.isEmpty() ? null : all;
    }

    private static <S, T> Map<String, List<T>> ofInstances(
            @Nullable Map<String, List<S>> saved, BiFunction<S, StatePath, T> read, StatePath path) {
        Map<String, List<T>> all = new LinkedHashMap<>();
        if (saved != null) {
            OwnOfInstances.check(saved.keySet(), path);
            saved.forEach((instanceId, list) -> all.put(instanceId, all(list, read, path.member(instanceId))));
        }
        return all;
    }

    private static <T, S> @Nullable List<S> each(@Nullable List<T> all, Function<T, S> save) {
        return all == null ? null : all.stream().map(save).toList();
    }

    private static <S, T> @Nullable List<T> each(
            @Nullable List<S> saved, BiFunction<S, StatePath, T> read, StatePath path) {
        return saved == null ? null : all(saved, read, path);
    }

    private static <S, T> List<T> all(List<S> saved, BiFunction<S, StatePath, T> read, StatePath path) {
        List<T> all = new ArrayList<>();
        for (S one : saved) {
            all.add(read.apply(one, path.index(all.size())));
        }
        return all;
    }
}
