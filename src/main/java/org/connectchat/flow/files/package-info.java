/** Reads flows and modules from a folder, at the start and whenever its files change. */
@NullMarked
package org.connectchat.flow.files;

import org.jspecify.annotations.NullMarked;
