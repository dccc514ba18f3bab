/** The action types of AWS services that the emulator does not have. They fail, unless a stub sets an outcome (rule F78). */
@NullMarked
package org.connectchat.flow.action.service;

import org.jspecify.annotations.NullMarked;
