/** The views that the configuration defines. */
@NullMarked
package org.connectchat.flow.view;

import org.jspecify.annotations.NullMarked;
