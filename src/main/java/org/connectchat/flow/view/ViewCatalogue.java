package org.connectchat.flow.view;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.connectchat.flow.action.message.Views;
import org.connectchat.flow.view.ViewSettings.View;
import org.jspecify.annotations.Nullable;

/** The views that exist, in every instance. */
public final class ViewCatalogue implements Views {

    private final List<View> all;
    private final Map<String, View> byId;

    public ViewCatalogue(ViewSettings settings) {
        this.all = List.copyOf(settings.views());
        this.byId = all.stream().collect(Collectors.toUnmodifiableMap(View::id, Function.identity()));
    }

    @Override
    public Set<String> ids() {
        return byId.keySet();
    }

    /** All views, in their order. */
    public List<View> all() {
        return all;
    }

    /** The view of this id, or null. */
    public @Nullable View find(String id) {
        return byId.get(id);
    }
}
