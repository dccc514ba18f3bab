/** The domain: chat contacts, their participants, clocks and quota. It knows neither HTTP nor JSON. */
@NullMarked
package org.connectchat.chat;

import org.jspecify.annotations.NullMarked;
