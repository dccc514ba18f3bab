// Flows: the list of them, the graph of one, and the way that a chat took through it.
import { aws, change, read } from './api.js';
import { h, show } from './dom.js';
import { actionsOf, draw } from './graph.js';
import { button, checkbox, empty, facts, field, form, given, json, number, section, select, text } from './forms.js';
import { coalesced, follow } from './stream.js';

const NO_WAY = { runs: new Map(), steps: new Set(), here: undefined };

export async function mount(root, { parts, query, setTitle }) {
  return parts[0] ? one(root, parts[0], query, setTitle) : all(root);
}

async function all(root) {
  const list = h('div', {});
  const reload = h('div', { role: 'status' });
  show(
    root,
    section('Files', h('p', {}, 'Reads the files of flows again. Chats keep the content that they began with.'), h('div', { class: 'buttons' }, button('Read the files again', async () => {
      const result = await change('POST', '/flows/reload');
      show(reload, h('p', {}, `${result.flows} flows and ${result.modules} modules of files.`), problems('Errors', result.errors), problems('Warnings', result.warnings));
      await load();
    })), reload),
    section('Flows and modules', list),
  );
  async function load() {
    const { flows, modules } = await read('/flows');
    const rows = [...flows, ...modules];
    show(list, rows.length === 0 ? empty('No flow is known. A chat may name any.') : h('ul', { class: 'plain' }, rows.map((flow) => h('li', {}, h('a', { href: address(flow) }, flow.name), ` ${flow.type.toLowerCase().replaceAll('_', ' ')}, ${flow.status.toLowerCase()}, version ${flow.version}`, h('span', { class: 'id' }, flow.instanceId === undefined ? `${flow.id}, of a file` : `${flow.id}, of ${flow.instanceId}`)))));
  }
  const loading = coalesced(load);
  const stop = follow('?types=changed,call', (events) => events.some(({ resource, operation }) => resource === 'flows' || resource === 'reset' || /Flow/.test(operation ?? '')) && loading.ask(), loading.ask);
  loading.ask();
  return () => {
    stop();
    loading.stop();
  };
}

function address({ id, type, instanceId }) {
  return `#/flows/${encodeURIComponent(id)}?type=${type}&instance=${encodeURIComponent(instanceId ?? 'my-instance')}`;
}

function problems(title, byFile) {
  const files = Object.entries(byFile ?? {});
  return files.length === 0 ? undefined : [h('h3', {}, title), h('ul', {}, files.map(([file, texts]) => h('li', {}, h('strong', {}, file), h('ul', {}, texts.map((each) => h('li', {}, each))))))];
}

/** The content of a flow or module, as Amazon Connect describes it. */
async function contentOf(id, query) {
  const instance = encodeURIComponent(query.get('instance') ?? 'my-instance');
  const answer =
    query.get('type') === 'MODULE'
      ? (await aws('GET', `/contact-flow-modules/${instance}/${encodeURIComponent(id)}`)).ContactFlowModule
      : (await aws('GET', `/contact-flows/${instance}/${encodeURIComponent(id)}`)).ContactFlow;
  return { name: answer.Name, content: JSON.parse(answer.Content) };
}

async function one(root, id, query, setTitle) {
  let flow;
  try {
    flow = await contentOf(id, query);
  } catch (failure) {
    show(root, h('p', { class: 'empty' }, failure.message), h('p', {}, h('a', { href: '#/flows' }, 'All flows')));
    return undefined;
  }
  setTitle(`Flow ${flow.name}`);
  const actions = actionsOf(flow.content);
  const chat = query.get('chat');
  const graph = h('div', { class: 'canvas', tabindex: '0', role: 'region', 'aria-label': 'Graph' });
  const stands = h('div', { role: 'status' });
  const picked = h('div', {}, empty('Choose an action of the graph to give it another outcome.'));
  const stubs = h('div', {});
  const choice = select('chat', [['', 'none']]);
  const fit = checkbox('fit', 'Fit the graph into the page');
  fit.addEventListener('change', () => graph.classList.toggle('fit'));
  choice.addEventListener('change', () => {
    const wanted = new URLSearchParams(query);
    wanted.set('chat', choice.value);
    location.hash = `#/flows/${encodeURIComponent(id)}?${wanted}`;
  });
  show(root, h('p', { class: 'message', role: 'alert' }), h('div', { class: 'filters' }, field('The way of the chat', choice), fit), stands, graph, h('div', { class: 'columns even' }, section('Outcome of an action', picked), section('Stubs', stubs)));

  function choose(action) {
    show(picked, outcomeForm(id, action));
    picked.querySelector('select, input')?.focus();
  }

  let drawn;
  async function load() {
    const [way, { stubs: known }, { contacts }] = await Promise.all([chat ? wayOf(chat, id) : { ...NO_WAY, facts: undefined }, read('/flows/stubs'), read('/contacts?state=ACTIVE&limit=200')]);
    const mine = contacts.filter(({ contactFlowId, contactId }) => contactFlowId === id || contactId === chat);
    const options = [['', 'none'], ...mine.map(({ contactId, displayName }) => [contactId, `${displayName} ${contactId.slice(0, 8)}`])];
    if (chat && !mine.some(({ contactId }) => contactId === chat)) {
      options.push([chat, chat.slice(0, 8)]);
    }
    if (choice.options.length !== options.length || document.activeElement !== choice) {
      show(choice, options.map(([value, label]) => h('option', { value, selected: value === (chat ?? '') }, label)));
    }
    const signature = JSON.stringify([[...way.runs], [...way.steps], way.here, way.waitsFor]);
    if (signature !== drawn) {
      drawn = signature;
      const focused = graph.contains(document.activeElement) ? [...graph.querySelectorAll('.node')].indexOf(document.activeElement) : -1;
      show(graph, actions.length === 0 ? empty('The flow has no action.') : draw(flow.content, actions, way, choose));
      graph.querySelectorAll('.node')[focused]?.focus();
      graph.querySelector('.node.here')?.scrollIntoView({ block: 'nearest', inline: 'center' });
      show(stands, way.facts && facts(way.facts), way.waitsFor && button('Go on without waiting', () => change('POST', `/contacts/${encodeURIComponent(chat)}/flow/continue`)));
    }
    show(stubs, known.length === 0 ? empty('None') : h('ul', { class: 'plain' }, known.map(stub)));
  }
  const loading = coalesced(load);
  const stop = follow('?types=flow,changed,contact', () => loading.ask(), loading.ask);
  loading.ask();
  return () => {
    stop();
    loading.stop();
  };
}

async function wayOf(chat, flowId) {
  const path = `/contacts/${encodeURIComponent(chat)}`;
  const [position, { entries }] = await Promise.all([read(`${path}/flow`), read(`${path}/flow/log`)]);
  const way = { runs: new Map(), steps: new Set() };
  for (const { flowId: ran, identifier, nextAction } of entries) {
    if (ran === flowId) {
      way.runs.set(identifier, (way.runs.get(identifier) ?? 0) + 1);
      way.steps.add(`${identifier}\n${nextAction}`);
    }
  }
  const { run } = position;
  if (run?.flowId === flowId) {
    way.here = run.identifier;
    way.waitsFor = run.waitsFor;
  }
  way.facts = [
    ['Chat', chat],
    ['State', position.state.toLowerCase()],
    ['Runs', run && `${run.flowName} (${run.kind.toLowerCase()})`],
    ['Stands at', run?.identifier],
    ['Waits for', run?.waitsFor],
    ['Until', run?.until],
    ['Queue', position.queue && `${position.queue.name}, position ${position.queue.position ?? '–'}`],
  ];
  return way;
}

function outcomeForm(flow, action) {
  const outcomes = [['success:', 'Success'], ...action.branches.filter(({ kind }) => kind !== 'success').map(({ kind, label, value }) => [`${kind}:${value}`, kind === 'error' ? `Error ${label}` : `Result ${label}`])];
  const outcome = select('outcome', outcomes);
  return [
    facts([
      ['Action', action.id],
      ['Type', action.type],
    ]),
    form(
      `Outcome of ${action.id}`,
      [field('Outcome', outcome), field('Another result', text('result'), 'Takes the place of the outcome above'), field('How often', text('times', '1', { inputmode: 'numeric' }), 'Empty for always'), field('Delay', text('delay', '', { placeholder: 'PT5S' }))],
      'Add the stub',
      (fields) => {
        const colon = fields.outcome.indexOf(':');
        const kind = fields.result === '' ? fields.outcome.slice(0, colon) : 'result';
        const value = fields.result === '' ? fields.outcome.slice(colon + 1) : fields.result;
        const what = { success: { success: true }, result: { result: value }, error: { errorType: value } }[kind];
        return change('POST', '/flows/stubs', { flow, identifier: action.id, ...what, times: number(fields.times), delay: given(fields.delay) });
      },
    ),
    h('details', { class: 'fold' }, h('summary', {}, 'Parameters'), json(action.parameters ?? {})),
  ];
}

function stub({ id, flow, identifier, type, result, errorType, taken, left }) {
  const what = result === undefined ? (errorType === undefined ? 'success' : `error ${errorType}`) : `result ${result}`;
  return h('li', {}, `${[flow, identifier, type].filter(Boolean).join(', ')}: ${what}, taken ${taken} times${left === undefined ? '' : `, ${left} left`} `, button('Remove', () => change('DELETE', `/flows/stubs/${id}`), { 'aria-label': `Remove ${id}` }));
}
