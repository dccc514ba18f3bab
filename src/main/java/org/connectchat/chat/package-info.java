/**
 * The domain: the refusals, the content types with their limits, and the settings that all packages of chat share.
 * It knows neither HTTP nor JSON.
 */
@NullMarked
package org.connectchat.chat;

import org.jspecify.annotations.NullMarked;
