package org.connectchat.flow.store;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowDraft;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;
import org.connectchat.flow.module.ModuleCheck;
import org.connectchat.flow.module.ModuleDeclaration;
import org.connectchat.flow.shape.FlowCheck;
import org.jspecify.annotations.Nullable;

/** Checks content against the grammar of the flow language and the shapes of its actions. */
final class LanguageCheck implements FlowContentCheck {

    private final @Nullable ActionShapes shapes;

    /**
     * Makes a check.
     *
     * @param shapes the shapes of the actions; null to check only the grammar
     */
    LanguageCheck(@Nullable ActionShapes shapes) {
        this.shapes = shapes;
    }

    @Override
    public CheckedContent check(String text, @Nullable FlowType type) {
        FlowDraft draft = FlowReader.draft(text);
        FlowContent content = draft.content();
        FlowType declared = content.declaredType();
        FlowType usual = declared == null ? FlowType.CONTACT_FLOW : declared;
        FlowType checkedBy = type == null ? usual : type;
        List<Problem> problems = new ArrayList<>(draft.problems());
        if (shapes != null) {
            problems.addAll(FlowCheck.problems(draft, checkedBy, shapes::of));
        }
        if (checkedBy == FlowType.MODULE) {
            problems.addAll(ModuleCheck.ofReturns(content, ModuleDeclaration.of(content)));
        }
        return new CheckedContent(content, checkedBy, problems);
    }
}
