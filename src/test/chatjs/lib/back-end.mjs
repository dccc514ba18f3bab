// The back end's side: the Connect service, called with the AWS SDK.
import {
  ConnectClient,
  CreateParticipantCommand,
  DescribeContactCommand,
  StartAssistantContactCommand,
  StartChatContactCommand,
  StartContactStreamingCommand,
  StopContactCommand,
  StopContactStreamingCommand,
  UpdateParticipantRoleConfigCommand,
} from '@aws-sdk/client-connect';

const INSTANCE = '11111111-2222-3333-4444-555555555555';
const FLOW = '66666666-7777-8888-9999-000000000000';

export class BackEnd {
  #client;

  constructor(endpoint) {
    this.#client = new ConnectClient({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    });
  }

  start(displayName, rest = {}) {
    return this.#client.send(
      new StartChatContactCommand({
        InstanceId: INSTANCE,
        ContactFlowId: FLOW,
        ParticipantDetails: { DisplayName: displayName },
        ...rest,
      }),
    );
  }

  /** Starts a chat with an AI agent. */
  startAssistant(displayName, aiAgentId, rest = {}) {
    return this.#client.send(
      new StartAssistantContactCommand({
        InstanceId: INSTANCE,
        AiAgent: { AiAgentId: aiAgentId },
        ParticipantDetails: { DisplayName: displayName },
        ...rest,
      }),
    );
  }

  stream(contactId, topicArn) {
    return this.#client.send(
      new StartContactStreamingCommand({
        InstanceId: INSTANCE,
        ContactId: contactId,
        ChatStreamingConfiguration: { StreamingEndpointArn: topicArn },
      }),
    );
  }

  stopStreaming(contactId, streamingId) {
    return this.#client.send(
      new StopContactStreamingCommand({ InstanceId: INSTANCE, ContactId: contactId, StreamingId: streamingId }),
    );
  }

  async describe(contactId) {
    const answer = await this.#client.send(new DescribeContactCommand({ InstanceId: INSTANCE, ContactId: contactId }));
    return answer.Contact;
  }

  addBot(contactId, displayName) {
    return this.#client.send(
      new CreateParticipantCommand({
        InstanceId: INSTANCE,
        ContactId: contactId,
        ParticipantDetails: { ParticipantRole: 'CUSTOM_BOT', DisplayName: displayName },
      }),
    );
  }

  /** Sets chat timers: pairs of whose and which, such as `CUSTOMER IDLE`, with their minutes. */
  setTimers(contactId, timers) {
    const list = Object.entries(timers).map(([name, minutes]) => {
      const [role, type] = name.split(' ');
      return { ParticipantRole: role, TimerType: type, TimerValue: { ParticipantTimerDurationInMinutes: minutes } };
    });
    return this.#client.send(
      new UpdateParticipantRoleConfigCommand({
        InstanceId: INSTANCE,
        ContactId: contactId,
        ChannelConfiguration: { Chat: { ParticipantTimerConfigList: list } },
      }),
    );
  }

  stop(contactId) {
    return this.#client.send(new StopContactCommand({ InstanceId: INSTANCE, ContactId: contactId }));
  }
}
