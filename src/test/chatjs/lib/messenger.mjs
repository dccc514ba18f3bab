// A customer who writes from a messenger: the participant client of the AWS SDK, and no socket.
import {
  ConnectParticipantClient,
  CreateParticipantConnectionCommand,
  GetTranscriptCommand,
  SendMessageCommand,
} from '@aws-sdk/client-connectparticipant';

export class Messenger {
  #client;
  #token;

  constructor(endpoint) {
    this.#client = new ConnectParticipantClient({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    });
  }

  /** Gets a connection token; with `connectParticipant` the customer of a streamed chat is connected. */
  async connect(participantToken, connectParticipant) {
    const connection = await this.#client.send(
      new CreateParticipantConnectionCommand({
        ParticipantToken: participantToken,
        Type: ['CONNECTION_CREDENTIALS'],
        ConnectParticipant: connectParticipant,
      }),
    );
    this.#token = connection.ConnectionCredentials.ConnectionToken;
    return connection;
  }

  say(content) {
    return this.#client.send(
      new SendMessageCommand({ ConnectionToken: this.#token, ContentType: 'text/plain', Content: content }),
    );
  }

  /** The newest items, oldest first. */
  async transcript() {
    const page = await this.#client.send(
      new GetTranscriptCommand({ ConnectionToken: this.#token, MaxResults: 100, SortOrder: 'ASCENDING' }),
    );
    return page.Transcript;
  }
}
