/** AWS restJson1 on Spring MVC: routes, errors, request ids, CORS, throttling and strict JSON. It knows no chat. */
@NullMarked
package org.connectchat.restjson;

import org.jspecify.annotations.NullMarked;
