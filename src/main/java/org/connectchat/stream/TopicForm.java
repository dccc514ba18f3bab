package org.connectchat.stream;

/** The form in which an HTTP address gets the messages of a topic. */
public enum TopicForm {
    /** As SNS notifies an HTTP subscription. */
    SNS,
    /** As SNS invokes a Lambda function. */
    LAMBDA
}
