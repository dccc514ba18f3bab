/** Calls the AWS Lambda functions of flows, at a configured endpoint or at configured URLs. It knows no chat. */
@NullMarked
package org.connectchat.flow.lambda;

import org.jspecify.annotations.NullMarked;
