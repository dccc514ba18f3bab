// What a page of another origin can try against the control API. Each try runs in the page; it returns what the page learned,
// or `nothing`.
const JSON_TYPE = 'application/json';
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/** Calls that change the state if they are carried out. Each of them shows in what the test reads from outside. */
function changes(contactId) {
  return [
    ['POST', '/reset', {}],
    ['POST', `/contacts/${contactId}/end`, { disconnectReason: 'API' }],
    ['POST', `/contacts/${contactId}/connect`],
    ['POST', '/clock/freeze'],
    ['PUT', '/queues', { queues: [] }],
    ['PATCH', '/settings', { throttling: { enabled: false } }],
    ['DELETE', '/faults'],
  ];
}

/** Name, what it does, and its argument. */
export function tries(endpoint, contactId) {
  const base = `${endpoint}/_emulator`;
  const all = [];
  const add = (name, run, argument) => all.push({ name, run, argument });
  for (const [method, path, body] of changes(contactId)) {
    add(`fetch ${method} ${path}`, tryFetch, [base + path, { method, headers: { 'Content-Type': JSON_TYPE }, body: JSON.stringify(body ?? {}) }]);
    add(`fetch ${method} ${path} with the cookie`, tryFetch, [base + path, { method, headers: { 'Content-Type': JSON_TYPE }, body: JSON.stringify(body ?? {}), credentials: 'include' }]);
    add(`fetch ${method} ${path} without a body`, tryFetch, [base + path, { method }]);
    if (method === 'POST') {
      for (const type of FORM_TYPES) {
        add(`fetch no-cors ${path} ${type}`, tryFetch, [base + path, { method, mode: 'no-cors', headers: { 'Content-Type': type }, body: JSON.stringify(body ?? {}), credentials: 'include' }]);
        add(`form ${path} ${type}`, tryForm, [base + path, 'post', type, JSON.stringify(body ?? {})]);
      }
      add(`fetch no-cors ${path} without a body`, tryFetch, [base + path, { method, mode: 'no-cors' }]);
      add(`top-level form ${path}`, tryForm, [base + path, 'post', 'text/plain', JSON.stringify(body ?? {}), '_blank']);
      add(`beacon ${path}`, tryBeacon, [base + path, 'text/plain', JSON.stringify(body ?? {})]);
      add(`beacon ${path} of JSON`, tryBeacon, [base + path, JSON_TYPE, JSON.stringify(body ?? {})]);
      add(`beacon ${path} without a body`, tryBeacon, [base + path]);
    }
  }
  const contact = `${base}/contacts/${contactId}`;
  for (const mode of ['cors', 'no-cors']) {
    for (const method of ['GET', 'HEAD']) {
      add(`fetch ${mode} ${method}`, tryFetch, [contact, { method, mode }]);
      add(`fetch ${mode} ${method} with the cookie`, tryFetch, [contact, { method, mode, credentials: 'include' }]);
    }
  }
  add('fetch OPTIONS', tryFetch, [contact, { method: 'OPTIONS' }]);
  add('XMLHttpRequest', tryXhr, contact);
  add('EventSource', tryEventSource, [`${base}/events`, {}]);
  add('EventSource with the cookie', tryEventSource, [`${base}/events`, { withCredentials: true }]);
  add('WebSocket', tryWebSocket, `${base.replace('http:', 'ws:')}/events`);
  for (const [kind, attribute] of [['img', 'src'], ['script', 'src'], ['iframe', 'src'], ['embed', 'src'], ['object', 'data'], ['video', 'src']]) {
    add(kind, tryElement, [kind, { [attribute]: contact }]);
  }
  add('the console in an iframe', tryElement, ['iframe', { src: `${base}/console/` }]);
  add('the events in an image', tryElement, ['img', { src: `${base}/events` }]);
  add('module script', tryElement, ['script', { src: contact, type: 'module' }]);
  add('stylesheet', tryElement, ['link', { rel: 'stylesheet', href: contact }]);
  add('prefetch', tryElement, ['link', { rel: 'prefetch', href: contact }]);
  add('preload', tryElement, ['link', { rel: 'preload', as: 'image', href: contact }]);
  add('form GET', tryForm, [contact, 'get', FORM_TYPES[0], '']);
  add('window', tryWindow, contact);
  return all;
}

async function tryFetch([url, options]) {
  try {
    const response = await fetch(url, options);
    const text = await response.text();
    return response.type === 'opaque' && text === '' ? 'nothing' : `${response.status} ${text}`;
  } catch {
    return 'nothing';
  }
}

function tryXhr(url) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.onloadend = () => resolve(request.status === 0 && request.responseText === '' ? 'nothing' : request.responseText);
    request.send();
  });
}

function tryForm([action, method, enctype, body, target]) {
  const name = `frame-${Math.random()}`;
  const form = Object.assign(document.createElement('form'), { action, method, enctype, target: target ?? name });
  // As text/plain this is the JSON object again, with a member more.
  const half = body === '{}' || body === '' ? '{"a":"' : `${body.slice(0, -1)},"a":"`;
  form.append(Object.assign(document.createElement('input'), { name: half, value: '"}' }));
  document.body.append(form);
  if (target !== undefined) {
    form.submit();
    return 'nothing';
  }
  return new Promise((resolve) => {
    const frame = Object.assign(document.createElement('iframe'), { name });
    document.body.append(frame);
    frame.onload = () => {
      let text = 'nothing';
      try {
        text = frame.contentDocument === null ? 'nothing' : frame.contentDocument.body.textContent;
      } catch {
        // of another origin
      }
      frame.remove();
      form.remove();
      resolve(text);
    };
    form.submit();
  });
}

function tryBeacon([url, type, text]) {
  navigator.sendBeacon(url, type === undefined ? undefined : new Blob([text], { type }));
  return 'nothing';
}

function tryEventSource([url, options]) {
  return new Promise((resolve) => {
    const source = new EventSource(url, options);
    const done = (what) => {
      source.close();
      resolve(what);
    };
    source.onopen = () => done('an open stream');
    source.onmessage = ({ data }) => done(data);
    source.onerror = () => done('nothing');
  });
}

function tryWebSocket(url) {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.onopen = () => resolve('an open socket');
    socket.onmessage = ({ data }) => resolve(data);
    socket.onerror = () => resolve('nothing');
  });
}

function tryElement([kind, attributes]) {
  return new Promise((resolve) => {
    const element = Object.assign(document.createElement(kind), attributes);
    const done = (what) => {
      element.remove();
      resolve(what);
    };
    // A frame, and what is like one, tells of no error; the page can ask for its document.
    const isFrame = ['iframe', 'embed', 'object'].includes(kind);
    element.onload = () => {
      const inside = isFrame ? element.contentDocument : undefined;
      done(isFrame ? (inside?.body?.textContent || 'nothing') : `a ${kind} that has loaded`);
    };
    element.onloadeddata = element.onload;
    element.onerror = () => done('nothing');
    document.body.append(element);
  });
}

/** A link may lead there; the page that it comes from sees nothing of what it shows. The test closes it. */
async function tryWindow(url) {
  const opened = window.open(url);
  const begun = performance.now();
  while (performance.now() - begun < 5_000) {
    try {
      if (opened.location.href !== 'about:blank') {
        return opened.document.body.textContent;
      }
    } catch {
      return 'nothing'; // it shows a page of another origin
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return 'nothing';
}
