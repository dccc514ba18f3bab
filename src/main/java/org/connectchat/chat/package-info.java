/** The domain: what all rooms of chat have in common. It knows neither HTTP nor JSON. */
@NullMarked
package org.connectchat.chat;

import org.jspecify.annotations.NullMarked;
