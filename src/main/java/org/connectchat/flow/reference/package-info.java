/** References such as {@code $.Attributes.name}: how they are written, and what a text becomes that holds some. */
@NullMarked
package org.connectchat.flow.reference;

import org.jspecify.annotations.NullMarked;
