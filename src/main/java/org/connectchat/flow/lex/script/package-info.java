/** Scripted bots: their rules, of the configuration or of a test, reply instead of a Lex bot. */
@NullMarked
package org.connectchat.flow.lex.script;

import org.jspecify.annotations.NullMarked;
