import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ConnectClient, StartChatContactCommand } from '@aws-sdk/client-connect';
import {
  ConnectParticipantClient,
  CreateParticipantConnectionCommand,
  SendMessageCommand,
} from '@aws-sdk/client-connectparticipant';
import { Emulator, EmulatorError, findJar, startEmulator } from './connect-chat-emulator.mjs';

let emulator;
let connect;

before(async () => {
  emulator = await startEmulator({ flows: process.env.FLOWS ?? fileURLToPath(new URL('../src/test/flows', import.meta.url)) });
  connect = new ConnectClient(emulator.aws);
});

after(() => emulator?.stop());

beforeEach(() => emulator.reset());

function startChat(flow = 'my-flow') {
  return connect.send(
    new StartChatContactCommand({
      InstanceId: 'my-instance',
      ContactFlowId: flow,
      ParticipantDetails: { DisplayName: 'Ada' },
    }),
  );
}

test('an instance has its own clock, faults and reset', async () => {
  const own = emulator.ofInstance('my-instance');
  const { ContactId } = await startChat();
  await own.advance('PT6M');
  await own.addFault({ effect: { type: 'RESET' }, operation: 'StopContact' });

  assert.equal((await emulator.contact(ContactId)).disconnectReason, 'CUSTOMER_CONNECTION_NOT_ESTABLISHED');
  assert.equal((await emulator.get('/clock')).mode, 'SYSTEM');
  assert.deepEqual((await own.get('/faults')).faults.map((fault) => fault.instanceId), ['my-instance']);
  assert.equal((await emulator.ofInstance('other').reset()).chats, 0);
  assert.equal((await own.reset()).chats, 1);
  assert.deepEqual((await emulator.get('/faults')).faults, []);
});

test('the customer and the agent talk', async () => {
  const chat = await startChat();
  const agent = await emulator.joinAsAgent(chat.ContactId, 'Grace');
  await agent.typing();
  await agent.send('How can I help?');

  const customer = new ConnectParticipantClient(emulator.aws);
  const { ConnectionCredentials } = await customer.send(
    new CreateParticipantConnectionCommand({
      ParticipantToken: chat.ParticipantToken,
      Type: ['CONNECTION_CREDENTIALS'],
    }),
  );
  const message = await customer.send(
    new SendMessageCommand({
      ConnectionToken: ConnectionCredentials.ConnectionToken,
      ContentType: 'text/plain',
      Content: 'My order is late.',
    }),
  );
  await agent.read(message.Id);

  assert.deepEqual(await emulator.messages(chat.ContactId), ['How can I help?', 'My order is late.']);
  const ended = await (await agent.transferTo('Bob')).end();
  assert.equal(ended.disconnectReason, 'AGENT_DISCONNECT');
});

test('a chat ends after five minutes without its customer', async () => {
  const { ContactId } = await startChat();
  await emulator.advance('PT5M');
  assert.equal((await emulator.contact(ContactId)).disconnectReason, 'CUSTOMER_CONNECTION_NOT_ESTABLISHED');
});

test('each test begins with an emulator that was reset', async () => {
  assert.deepEqual((await emulator.get('/contacts')).contacts, []);
  await startChat();
  assert.equal((await emulator.calls({ operation: 'StartChatContact', status: 200 })).length, 1);
  assert.equal((await emulator.awaitCalls({ operation: 'StartChatContact', timeout: 'PT5S' })).length, 1);
  assert.deepEqual(await emulator.reset('my-instance'), { chats: 1 });
});

test('a fault, and a refusal', async () => {
  await emulator.addFault({
    effect: { type: 'ERROR', errorCode: 'InternalServiceException', status: 500 },
    operation: 'StartChatContact',
  });
  await assert.rejects(startChat(), { name: 'InternalServiceException' });
  await assert.rejects(emulator.post('/faults', {}), (error) => error instanceof EmulatorError && error.status === 400);
});

test('a flow of the folder', async () => {
  await emulator.post('/flows/stubs', {
    flow: 'hello',
    identifier: 'look-up',
    success: true,
    data: { External: { name: 'Ada' } },
  });
  const { ContactId } = await startChat('hello');
  await emulator.post(`/contacts/${ContactId}/connect`);
  await emulator.awaitFlow(ContactId, { identifier: 'end' });
  assert.deepEqual(await emulator.messages(ContactId), ['Hello Ada!']);
});

test('a wrong setting shows the log', async () => {
  await assert.rejects(startEmulator({ settings: { 'emulator.regoin': 'eu-west-1' } }), /emulator\.regoin/);
});

test('the token opens the control API', async () => {
  const guarded = await startEmulator({ settings: { 'emulator.control.token': 'the-token' } });
  try {
    assert.deepEqual(await new Emulator(guarded.url, { token: 'the-token' }).reset(), { chats: 0 });
    for (const token of [undefined, 'another-token']) {
      await assert.rejects(new Emulator(guarded.url, { token }).reset(), { name: 'EmulatorError', status: 401 });
    }
  } finally {
    await guarded.stop();
  }
});

test('a missing jar is named', () => {
  assert.throws(() => findJar('nowhere/emulator.jar'), /nowhere.emulator\.jar/);
});

test('the emulator ends when its parent is killed', { skip: process.platform === 'win32' }, async () => {
  const module = new URL('connect-chat-emulator.mjs', import.meta.url);
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { startEmulator } from '${module}'; console.log((await startEmulator()).url); setInterval(() => {}, 1000);`,
  ]);
  const [url] = await once(createInterface(parent.stdout), 'line');
  const other = new Emulator(url);
  await other.reset();

  parent.kill('SIGKILL');

  await assert.rejects(async () => {
    for (let round = 0; round < 60; round++) {
      await other.awaitCalls({ operation: 'StartChatContact', timeout: 'PT1S' }).catch((error) => {
        if (error.status !== 408) {
          throw error;
        }
      });
    }
  });
});
