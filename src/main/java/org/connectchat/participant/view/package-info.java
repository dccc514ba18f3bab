/** DescribeView, and the views that the configuration defines. */
@NullMarked
package org.connectchat.participant.view;

import org.jspecify.annotations.NullMarked;
