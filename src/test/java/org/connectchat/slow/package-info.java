/** Clients that keep an emulator waiting, and what others notice of them. */
package org.connectchat.slow;
