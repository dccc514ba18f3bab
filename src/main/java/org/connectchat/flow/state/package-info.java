/** What flows write into a state document: plain records, which the rooms of flows make of what they keep, and read back. */
@NullMarked
package org.connectchat.flow.state;

import org.jspecify.annotations.NullMarked;
