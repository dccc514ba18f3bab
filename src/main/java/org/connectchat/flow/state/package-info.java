/** What flows write into a state document: plain records. The packages of flows make them of what they keep. */
@NullMarked
package org.connectchat.flow.state;

import org.jspecify.annotations.NullMarked;
