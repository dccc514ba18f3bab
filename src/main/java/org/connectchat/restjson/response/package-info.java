/** Writing responses and turning exceptions into AWS errors. */
@NullMarked
package org.connectchat.restjson.response;

import org.jspecify.annotations.NullMarked;
