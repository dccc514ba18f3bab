/** The action types of AWS services that the emulator does not have. They fail, and a stub can play them (rule F78). */
@NullMarked
package org.connectchat.flow.action.service;

import org.jspecify.annotations.NullMarked;
