/** DescribeView. */
@NullMarked
package org.connectchat.participant.view;

import org.jspecify.annotations.NullMarked;
