import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { ConnectClient, StartChatContactCommand } from '@aws-sdk/client-connect';
import { startEmulator } from './connect-chat-emulator.mjs';

let emulator;
before(async () => { emulator = await startEmulator(); });
beforeEach(() => emulator.reset());
after(() => emulator.stop());

test('a chat ends after five minutes without its customer', async () => {
  const { ContactId } = await new ConnectClient(emulator.aws).send(new StartChatContactCommand({
    InstanceId: 'my-instance', ContactFlowId: 'my-flow', ParticipantDetails: { DisplayName: 'Ada' },
  }));
  await emulator.advance('PT5M');
  assert.equal((await emulator.contact(ContactId)).disconnectReason, 'CUSTOMER_CONNECTION_NOT_ESTABLISHED');
});
