package org.connectchat.connect;

import org.jspecify.annotations.Nullable;

/** The instance and flow of a widget that names none: the first of the catalogue. */
record WidgetDefaults(@Nullable String instanceId, @Nullable String contactFlowId) {}
