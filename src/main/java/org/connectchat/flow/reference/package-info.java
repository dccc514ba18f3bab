/** Reads references such as {@code $.Attributes.name}, and replaces them by their values in texts. */
@NullMarked
package org.connectchat.flow.reference;

import org.jspecify.annotations.NullMarked;
