package org.connectchat;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** Rule V40: what {@code /actuator/info} says. */
@Component
final class BuildInfo implements InfoContributor {

    @Override
    public void contribute(Info.Builder info) {
        info.withDetail("build", Build.read().details());
    }
}
