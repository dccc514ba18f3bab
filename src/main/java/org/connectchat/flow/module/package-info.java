/** What modules declare of their input, their result data and their results, and who keeps to it. */
@NullMarked
package org.connectchat.flow.module;

import org.jspecify.annotations.NullMarked;
