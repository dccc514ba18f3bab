/** The files of chats: uploaded to and downloaded from URLs that expire, kept on disk while the emulator runs. */
@NullMarked
package org.connectchat.attachment;

import org.jspecify.annotations.NullMarked;
