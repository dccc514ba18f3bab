package org.connectchat.flow.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class HoursCatalogueTest {

    private static final Instant SUNDAY_NIGHT = Instant.parse("2026-01-04T03:00:00Z");
    private static final String ARN =
            "arn:aws:connect:us-east-1:000000000000:instance/my-instance/operating-hours/office";
    private static final Hours NEVER = new Hours("office", "Office hours", ZoneOffset.UTC, List.of(), List.of());

    private final HoursCatalogue catalogue = new HoursCatalogue(List.of(NEVER));

    @Test
    @Rule("F72")
    void withoutHoursEveryIdIsAlwaysOpen() {
        assertThat(new HoursCatalogue(List.of()).in(null).find(ARN))
                .isEqualTo(Hours.always("office"))
                .satisfies(hours -> assertThat(hours.inHours(SUNDAY_NIGHT)).isTrue());
    }

    @Test
    @Rule("F72")
    void hoursAreFoundByIdArnAndName() {
        assertThat(List.of("office", ARN, "Office hours"))
                .allSatisfy(reference ->
                        assertThat(catalogue.in(null).find(reference)).isEqualTo(NEVER));
    }

    @Test
    @Rule("F72")
    void anUnknownIdIsUnknownOnceThereAreHours() {
        assertThat(catalogue.in(null).find("shop")).isNull();
        assertThat(catalogue.in(null).ofQueue("shop")).isNull();
    }

    @Test
    @Rule("F72")
    void aQueueWithoutHoursIsAlwaysOpen() {
        assertThat(catalogue.in(null).ofQueue("office")).isEqualTo(NEVER);
        assertThat(catalogue.in(null).ofQueue(null))
                .satisfies(hours -> assertThat(hours.inHours(SUNDAY_NIGHT)).isTrue());
    }

    @Test
    @Rule("F72")
    void aResetRestoresTheConfiguredHours() {
        catalogue.replace(null, List.of());
        assertThat(catalogue.in(null).find("shop")).isEqualTo(Hours.always("shop"));

        catalogue.reset();

        assertThat(catalogue.in(null).all()).containsExactly(NEVER);
    }
}
