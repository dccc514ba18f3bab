/** Scripted bots: rules of the configuration or of a test that reply in place of a Lex bot. */
@NullMarked
package org.connectchat.flow.lex.script;

import org.jspecify.annotations.NullMarked;
