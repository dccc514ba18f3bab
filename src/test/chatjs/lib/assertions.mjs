// What several steps check.
import assert from 'node:assert/strict';

export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What every item on a socket has; after a transfer the contact is another than that with which the chat began. */
export function assertItem(item, contactId, initialContactId = contactId) {
  assert.match(item.Id, ID);
  assert.match(item.AbsoluteTime, TIME);
  assert.equal(item.ContactId, contactId);
  assert.equal(item.InitialContactId, initialContactId);
}

export function assertReceipt(item, contactId, recipientId) {
  assertItem(item, contactId);
  assert.equal(item.ContentType, 'application/vnd.amazonaws.connect.event.message.metadata');
  assert.equal(item.MessageMetadata.Receipts.length, 1);
  assert.equal(item.MessageMetadata.Receipts[0].RecipientParticipantId, recipientId);
  assert.match(item.MessageMetadata.Receipts[0].DeliveredTimestamp, TIME);
}

/** All pages of a transcript, following NextToken until there is none. */
export async function pages(client, query) {
  const all = [];
  let nextToken;
  do {
    const { ok, failure } = await client.transcript({ ...query, nextToken });
    assert.equal(failure, undefined);
    assert.ok(ok.data.Transcript.length <= query.maxResults);
    all.push(ok.data.Transcript);
    nextToken = ok.data.NextToken;
    assert.ok(all.length < 30, 'the pages have no end');
  } while (nextToken);
  return all;
}
