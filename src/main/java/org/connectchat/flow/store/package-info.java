/** Keeps the flows and modules of all instances in memory: those of files, and those that the API creates. */
@NullMarked
package org.connectchat.flow.store;

import org.jspecify.annotations.NullMarked;
