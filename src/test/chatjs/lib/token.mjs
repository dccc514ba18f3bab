// A token of the Participant Service, used by a caller that has nothing else.
import assert from 'node:assert/strict';

/** That nothing can be done any more with the token of a participant or of a connection. */
export async function assertDead(endpoint, participantToken, connectionToken) {
  const connection = { Type: ['CONNECTION_CREDENTIALS'] };
  assert.deepEqual(await refusal(`${endpoint}/participant/connection`, participantToken, connection), DENIED);
  assert.deepEqual(await refusal(`${endpoint}/participant/transcript`, connectionToken, {}), DENIED);
}

const DENIED = { status: 403, type: 'AccessDeniedException', message: 'Access denied' };

async function refusal(url, token, body) {
  const headers = { 'Content-Type': 'application/json', 'X-Amz-Bearer': token };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const { message, Message } = await answer.json();
  return { status: answer.status, type: answer.headers.get('x-amzn-ErrorType'), message: message ?? Message };
}
