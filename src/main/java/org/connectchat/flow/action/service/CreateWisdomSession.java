package org.connectchat.flow.action.service;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Succeeds without an effect: agents get no recommendations, and {@code $.Wisdom.SessionArn} has no value unless a stub
 * gives one.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/connect-assistant-block.html">Connect assistant</a>
 */
final class CreateWisdomSession implements ActionType {

    @Override
    public ActionShape shape() {
        return OtherService.SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        return Outcome.success();
    }
}
