package org.connectchat.flow.action.message;

import java.util.Set;

/**
 * The views that DescribeView knows.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_DescribeView.html">DescribeView</a>
 */
@FunctionalInterface
public interface Views {

    /** Their ids, which are their view tokens too; empty if no views are configured. */
    Set<String> ids();
}
