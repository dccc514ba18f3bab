package org.connectchat.flow.action.queue;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;
import tools.jackson.databind.JsonNode;

/**
 * Accepts routing criteria without an effect, because standing agents have no proficiencies.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactroutingcriteria.html">UpdateContactRoutingCriteria</a>
 */
final class UpdateContactRoutingCriteria implements ActionType {

    private static final String CRITERIA = "RoutingCriteria";
    private static final ActionShape SHAPE =
            ActionShape.of().free(CRITERIA).required(CRITERIA).errors(NO_MATCHING_ERROR);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        JsonNode criteria = step.tree(CRITERIA);
        return criteria != null
                        && criteria.path("Steps").isArray()
                        && !criteria.path("Steps").isEmpty()
                ? Outcome.success()
                : Outcome.failure("RoutingCriteria must have Steps");
    }
}
