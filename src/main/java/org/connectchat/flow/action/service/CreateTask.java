package org.connectchat.flow.action.service;

/**
 * Creates a task.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/createtask.html">CreateTask</a>
 */
final class CreateTask extends OtherService {

    CreateTask() {
        super("the tasks of Amazon Connect");
    }
}
