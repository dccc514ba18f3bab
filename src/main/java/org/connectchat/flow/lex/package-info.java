/** Takes turns with the bots of flows: scripted ones, or Lex V2 bots behind a configured endpoint. It knows no chat. */
@NullMarked
package org.connectchat.flow.lex;

import org.jspecify.annotations.NullMarked;
