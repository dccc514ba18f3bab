/** DescribeView and ListViews of Amazon Connect: the configured views. */
@NullMarked
package org.connectchat.connect.view;

import org.jspecify.annotations.NullMarked;
