/** The action types for the course of a flow: branches, loops, waits, modules, functions, other flows, and the end. */
@NullMarked
package org.connectchat.flow.action.course;

import org.jspecify.annotations.NullMarked;
