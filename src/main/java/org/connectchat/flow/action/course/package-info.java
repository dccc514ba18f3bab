/** The actions that lead a flow: branches, loops, waits, modules, Lambda functions, other flows, and the end. */
@NullMarked
package org.connectchat.flow.action.course;

import org.jspecify.annotations.NullMarked;
