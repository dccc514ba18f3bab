// Stands in for the bundle of Amazon's open-source chat widget: with the ChatJS that is on the page it makes the calls
// that the widget makes, and it draws messages as text and a list picker as buttons.
(() => {
  const RECEIPT = 'application/vnd.amazonaws.connect.event.message.delivered';
  const shown = new Set();
  let root;

  const add = (element, text) => {
    const node = document.createElement(element);
    node.textContent = text;
    return root.appendChild(node);
  };

  function show(session, item) {
    if (item.Type !== 'MESSAGE' || shown.has(item.Id)) {
      return;
    }
    shown.add(item.Id);
    if (item.ContentType !== 'application/vnd.amazonaws.connect.message.interactive') {
      add('p', item.Content);
      return;
    }
    const { content } = JSON.parse(item.Content).data;
    add('p', content.title);
    for (const { title } of content.elements) {
      add('button', title).onclick = () => session.sendMessage({ contentType: 'text/plain', message: title });
    }
  }

  async function start(input) {
    const response = await fetch(input.apiGatewayEndpoint, {
      method: 'post',
      headers: new Headers(),
      body: JSON.stringify({
        InstanceId: input.instanceId,
        ContactFlowId: input.contactFlowId,
        ParticipantDetails: { DisplayName: input.name },
        Username: input.username,
        Attributes: JSON.parse(input.contactAttributes),
        SupportedMessagingContentTypes: input.supportedMessagingContentTypes?.split(','),
      }),
    });
    const { startChatResult } = (await response.json()).data;
    const session = globalThis.connect.ChatSession.create({
      chatDetails: startChatResult,
      type: 'CUSTOMER',
      options: { region: input.region },
    });
    session.onMessage(({ data }) => {
      show(session, data);
      if (data.Type === 'MESSAGE' && data.ParticipantRole === 'AGENT') {
        session.sendEvent({ contentType: RECEIPT, content: JSON.stringify({ messageId: data.Id }) });
      }
    });
    session.onConnectionEstablished(async () => {
      const page = { scanDirection: 'BACKWARD', sortOrder: 'ASCENDING', maxResults: 15 };
      (await session.getTranscript(page)).data.Transcript.forEach((item) => show(session, item));
    });
    await session.connect();
    return { onChatDisconnected: (callback) => session.onEnded(callback) };
  }

  globalThis.connect.ChatInterface = {
    init: ({ containerId }) => (root = document.getElementById(containerId)),
    initiateChat: (input, success, failure) => start(input).then(success, failure),
  };
})();
