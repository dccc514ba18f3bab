/** A temporary folder that the next process finds and removes, if this one is killed. */
@NullMarked
package org.connectchat.attachment.folder;

import org.jspecify.annotations.NullMarked;
