/** DescribeInstance and ListInstances: the instances of the catalogue. */
@NullMarked
package org.connectchat.connect.instance;

import org.jspecify.annotations.NullMarked;
