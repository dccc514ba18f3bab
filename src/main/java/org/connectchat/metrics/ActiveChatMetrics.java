package org.connectchat.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import org.connectchat.chat.lifecycle.ActiveChats;

/** The active chats of each instance, counted at each scrape. */
final class ActiveChatMetrics implements Collector {

    private final ActiveChats chats;
    private final InstanceTags tags = new InstanceTags();

    ActiveChatMetrics(ActiveChats chats) {
        this.chats = chats;
    }

    @Override
    public MetricSnapshot collect() {
        GaugeSnapshot.Builder snapshot = GaugeSnapshot.builder()
                .name("connectchat_active_chats")
                .help("Active chats by instance; instances after the first 100 are counted together as other");
        tags.byTag(chats.byInstance())
                .forEach((tag, count) -> snapshot.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("instance_id", tag))
                        .value(count)
                        .build()));
        return snapshot.build();
    }
}
