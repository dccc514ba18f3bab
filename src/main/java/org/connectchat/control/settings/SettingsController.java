package org.connectchat.control.settings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.connect.ConnectSettings.Instance;
import org.connectchat.connect.Instances;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.FieldProblem;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.reset.Resettable;
import org.connectchat.control.settings.RuntimeSettings.Quotas;
import org.connectchat.control.settings.RuntimeSettings.Throttling;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.throttle.Rate;
import org.connectchat.restjson.throttle.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The settings that can change while the emulator runs: throttle, quotas and catalogue. */
@RestController
@RequestMapping(ResourcePaths.SETTINGS)
@Tag(
        name = "settings",
        description = "What can be set while the emulator runs; a reset brings the configured values back.")
final class SettingsController implements Resettable {

    private final Throttle throttling;
    private final ActiveChats quotas;
    private final Instances instances;
    private final InstanceSettings ofInstances;

    SettingsController(Throttle throttling, ActiveChats quotas, Instances instances, InstanceSettings ofInstances) {
        this.throttling = throttling;
        this.quotas = quotas;
        this.instances = instances;
        this.ofInstances = ofInstances;
    }

    @GetMapping
    @Operation(
            operationId = "getSettings",
            summary = "Read the settings",
            description =
                    "Returns the settings that can be changed while the emulator runs. With an instanceId, returns "
                            + "the throttle and the quotas that hold for this instance.")
    RuntimeSettings read(@Valid InstanceParameter of) {
        String instanceId = of.instanceId();
        return instanceId == null
                ? view(throttling.current(), quotas.quota(), instances.current())
                : view(throttling.current(instanceId), quotas.quota(instanceId), null);
    }

    private static RuntimeSettings view(Throttle.Limits limits, int quota, @Nullable List<Instance> catalogue) {
        Map<String, Rate> operations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        limits.operations().forEach((name, limit) -> operations.put(name, Rate.of(limit)));
        return new RuntimeSettings(new Throttling(limits.enabled(), operations), new Quotas(quota), catalogue);
    }

    @PatchMapping
    @Operation(
            operationId = "changeSettings",
            summary = "Change settings",
            description = "Changes the members that the body has; the others stay as they are. Either the whole "
                    + "change takes effect or none of it. A reset restores the configured values. With an instanceId, "
                    + "changes the throttle or the quotas of this instance alone, until it is reset. What the instance "
                    + "has not set follows the settings of the emulator. An instance with a throttle of its own has "
                    + "buckets of its own for all operations. At most 1000 instances have settings of their own.")
    synchronized RuntimeSettings change(@Valid InstanceParameter of, @RequestBody @Valid RuntimeSettings change) {
        requireKnown(change.rates().keySet());
        if (of.instanceId() == null) {
            change(change);
        } else {
            ofInstances.change(of.instanceId(), change);
        }
        return read(of);
    }

    private void change(RuntimeSettings change) {
        if (change.instances() != null) {
            requireDistinct(change.instances());
        }
        if (change.throttling() != null) {
            throttling.change(change.throttling().enabled(), change.rates());
        }
        if (change.quotas() != null && change.quotas().concurrentActiveChats() != null) {
            quotas.changeQuota(change.quotas().concurrentActiveChats());
        }
        if (change.instances() != null) {
            instances.replace(change.instances());
        }
    }

    private void requireKnown(Set<String> operations) {
        Set<String> known = throttling.current().operations().keySet();
        List<FieldProblem> unknown = operations.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new FieldProblem(
                        "throttling.operations." + Violations.abbreviated(name),
                        "is unknown; must be one of " + String.join(", ", new TreeSet<>(known))))
                .toList();
        if (!unknown.isEmpty()) {
            throw ControlProblem.badFields(unknown);
        }
    }

    private static void requireDistinct(List<Instance> instances) {
        List<FieldProblem> repeated = Instances.repeated(instances).entrySet().stream()
                .map(pair -> new FieldProblem(
                        "instances[" + pair.getKey() + "].id",
                        "names the same instance as instances[" + pair.getValue()
                                + "]; name each instance once, with all of its flows"))
                .toList();
        if (!repeated.isEmpty()) {
            throw ControlProblem.badFields(repeated);
        }
    }

    @Override
    public synchronized void reset() {
        throttling.reset();
        quotas.resetQuota();
        instances.reset();
        ofInstances.forgetAll();
    }

    @Override
    public synchronized void reset(String instanceId) {
        ofInstances.reset(instanceId);
    }
}
