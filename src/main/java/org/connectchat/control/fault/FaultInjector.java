package org.connectchat.control.fault;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.CallAborted;
import org.connectchat.restjson.call.CallInterceptor;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.ErrorType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Injects the faults into calls; {@link Faults} injects those of sockets. Latencies add up. An error or a reset ends
 * the call after the latencies of the faults
 * before it.
 */
@Component
final class FaultInjector implements CallInterceptor {

    private record InjectedError(String code, int status) implements ErrorType {}

    private final Faults faults;

    FaultInjector(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void before(Call call) {
        inject(faults.before(), call);
    }

    @Override
    public void targetKnown(Call call) {
        inject(faults.atInstance(), call);
    }

    @Override
    public void after(Call call) {
        inject(faults.after(), call);
    }

    private void inject(List<Fault> rules, Call call) {
        for (Fault fault : rules) {
            if (fault.matches(call.operation().name(), call.instanceId(), call.contactId())) {
                inject(fault, call);
            }
        }
    }

    private void inject(Fault fault, Call call) {
        FaultEffect effect = fault.rule().effect();
        ErrorType error = effect.type() == FaultEffect.Type.ERROR ? error(effect, call) : null;
        if (effect.type() == FaultEffect.Type.ERROR && error == null) {
            return; // this error belongs to the other service
        }
        if (!fault.hitsNow()) {
            if (fault.isOver()) {
                faults.removeOver();
            }
            return;
        }
        call.setFaultId(fault.id());
        if (error != null) {
            throw new AwsException(error, requireNonNullElse(effect.message(), "Injected by " + fault.id()));
        }
        if (effect.type() == FaultEffect.Type.RESET) {
            throw new CallAborted();
        }
        call.delay(requireNonNull(effect.delay()));
    }

    /** The error of the call's service; null if the service has no such error. */
    private static @Nullable ErrorType error(FaultEffect effect, Call call) {
        for (ErrorType known : call.operation().dialect().errors()) {
            if (known.code().equals(effect.errorCode())) {
                return effect.status() == null ? known : new InjectedError(known.code(), effect.status());
            }
        }
        return null;
    }
}
