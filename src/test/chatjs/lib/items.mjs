// Items of a chat: what kind one is, and how a message about it calls it.
/** What the content type of every event starts with. */
export const EVENT = 'application/vnd.amazonaws.connect.event.';

export const isEvent = (item, name) => item?.Type === 'EVENT' && item.ContentType === EVENT + name;

export const isMessage = (item, content) => item?.Type === 'MESSAGE' && item.Content === content;

/** Whether an item is one that a transcript keeps: typing and receipts are not. */
export const isKept = (item) => item?.Type !== 'MESSAGEMETADATA' && !isEvent(item, 'typing');

/** The receipt that an item is about a message, or undefined. */
export const receiptOf = (item, messageId) =>
  item?.Type === 'MESSAGEMETADATA' && item.MessageMetadata.MessageId === messageId
    ? item.MessageMetadata.Receipts[0]
    : undefined;

export const describeItem = (item) =>
  [item.Type, item.ContentType, item.ParticipantRole, item.Content, JSON.stringify(item.MessageMetadata)]
    .filter(Boolean)
    .join(' ');

export const describeCallback = ({ event, data }) => (data?.Id ? `${event}: ${describeItem(data)}` : event);
