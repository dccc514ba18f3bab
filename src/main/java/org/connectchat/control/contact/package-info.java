/** Shows the contacts that the emulator keeps, ends their chats, connects customers, and drops sockets at once. */
@NullMarked
package org.connectchat.control.contact;

import org.jspecify.annotations.NullMarked;
