/**
 * The domain: what all rooms of chat have in common, such as refusals, content types and their limits, and settings.
 * It knows neither HTTP nor JSON.
 */
@NullMarked
package org.connectchat.chat;

import org.jspecify.annotations.NullMarked;
