/** JSON as restJson1 has it: mappers that keep no member names, strict reading, explained errors, and timestamps. */
@NullMarked
package org.connectchat.restjson.json;

import org.jspecify.annotations.NullMarked;
