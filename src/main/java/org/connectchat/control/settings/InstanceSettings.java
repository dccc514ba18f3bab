package org.connectchat.control.settings;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.settings.RuntimeSettings.Quotas;
import org.connectchat.control.settings.RuntimeSettings.Throttling;
import org.connectchat.restjson.throttle.Rate;
import org.connectchat.restjson.throttle.Throttle;
import org.springframework.stereotype.Component;

/** The settings that instances have of their own, of a bounded number of instances (rule C31). */
@Component
final class InstanceSettings {

    private static final int MAX_INSTANCES = 1_000;

    private final Throttle throttling;
    private final ActiveChats quotas;

    @GuardedBy("this")
    private final Set<String> changed = new HashSet<>();

    InstanceSettings(Throttle throttling, ActiveChats quotas) {
        this.throttling = throttling;
        this.quotas = quotas;
    }

    /** Sets what a change has, whose operations are known. */
    synchronized void change(String instanceId, RuntimeSettings change) {
        if (change.instances() != null) {
            throw ControlProblem.badField(
                    "instances", "is the catalogue of all instances; change it without the parameter instanceId");
        }
        Throttling throttle = change.throttling();
        Map<String, Rate> rates = new HashMap<>(change.rates());
        rates.values().removeIf(rate -> !rate.setsAnything());
        boolean throttles = (throttle != null && throttle.enabled() != null) || !rates.isEmpty();
        Quotas quota = change.quotas();
        Integer activeChats = quota == null ? null : quota.concurrentActiveChats();
        if (throttles || activeChats != null) {
            admit(instanceId);
        }
        if (throttles) {
            throttling.change(instanceId, throttle == null ? null : throttle.enabled(), rates);
        }
        if (activeChats != null) {
            quotas.changeQuota(instanceId, activeChats);
        }
    }

    @GuardedBy("this")
    private void admit(String instanceId) {
        if (!changed.contains(instanceId) && changed.size() >= MAX_INSTANCES) {
            throw ControlProblem.tooManyInstances(MAX_INSTANCES, "settings");
        }
        changed.add(instanceId);
    }

    /** Lets an instance follow the emulator again. */
    synchronized void reset(String instanceId) {
        throttling.reset(instanceId);
        quotas.resetQuota(instanceId);
        changed.remove(instanceId);
    }

    /** No instance has settings of its own any more. The caller resets throttle and quotas. */
    synchronized void forgetAll() {
        changed.clear();
    }
}
