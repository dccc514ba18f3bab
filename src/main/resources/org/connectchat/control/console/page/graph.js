// A flow as a graph: where its actions stand, and the way from one to the next.
import { svg } from './dom.js';

const WIDTH = 190;
const HEIGHT = 58;
const GAP = 70;

/** The actions of a flow's content, each with its branches. */
export function actionsOf(content) {
  return (content.Actions ?? []).map((action) => ({ id: action.Identifier, type: action.Type, parameters: action.Parameters, branches: branchesOf(action.Transitions ?? {}) }));
}

function branchesOf({ NextAction, Conditions = [], Errors = [] }) {
  const branches = [];
  if (NextAction !== undefined && NextAction !== '') {
    branches.push({ kind: 'success', label: '', to: NextAction });
  }
  for (const { NextAction: to, Condition } of Conditions) {
    const operands = (Condition?.Operands ?? []).join(', ');
    const operator = Condition?.Operator === 'Equals' ? '' : `${Condition?.Operator} `;
    branches.push({ kind: 'result', label: `${operator}${operands}`, value: Condition?.Operands?.[0], to });
  }
  for (const { NextAction: to, ErrorType } of Errors) {
    branches.push({ kind: 'error', label: ErrorType, value: ErrorType, to });
  }
  return branches;
}

/** The places of all actions: those of the content, or those of a layout if one is missing. */
function places(content, actions) {
  const known = content.Metadata?.ActionMetadata ?? {};
  const given = actions.map(({ id }) => known[id]?.position);
  if (given.every((place) => Number.isFinite(place?.x) && Number.isFinite(place?.y)) && given.length > 0) {
    return new Map(actions.map(({ id }, index) => [id, { x: given[index].x, y: given[index].y }]));
  }
  return layers(content, actions);
}

/** Puts each action one column behind the first that leads to it. */
function layers(content, actions) {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const column = new Map();
  let front = byId.has(content.StartAction) ? [content.StartAction] : actions.slice(0, 1).map(({ id }) => id);
  for (let depth = 0; front.length > 0; depth += 1) {
    front = [...new Set(front)].filter((id) => byId.has(id) && !column.has(id));
    front.forEach((id) => column.set(id, depth));
    front = front.flatMap((id) => byId.get(id).branches.map(({ to }) => to));
  }
  const rows = new Map();
  return new Map(
    actions.map(({ id }) => {
      const x = column.get(id) ?? 0;
      const y = rows.get(x) ?? 0;
      rows.set(x, y + 1);
      return [id, { x: x * (WIDTH + GAP), y: y * (HEIGHT + GAP / 2) }];
    }),
  );
}

/**
 * Draws a flow.
 *
 * @param way how often each action was run, the pairs that followed each other, and where the chat stands
 * @param choose gets the action that the reader picks
 */
export function draw(content, actions, way, choose) {
  const at = places(content, actions);
  const all = [...at.values()];
  const left = Math.min(0, ...all.map(({ x }) => x));
  const top = Math.min(0, ...all.map(({ y }) => y));
  const width = Math.max(...all.map(({ x }) => x)) - left + WIDTH + 40;
  const height = Math.max(...all.map(({ y }) => y)) - top + HEIGHT + 40;
  const view = `${left - 20} ${top - 20} ${width} ${height}`;
  const edges = actions.flatMap((action) => action.branches.filter(({ to }) => at.has(to)).map((branch) => edge(at.get(action.id), at.get(branch.to), branch, way.steps.has(`${action.id}\n${branch.to}`))));
  const nodes = actions.map((action) => node(action, at.get(action.id), content, way, choose));
  return svg(
    'svg',
    { viewBox: view, width, height, class: 'graph', role: 'group', 'aria-label': 'Graph of the flow' },
    svg('defs', {}, clip('node', WIDTH - 6), clip('node-of-many', WIDTH - 44), svg('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse' }, svg('path', { d: 'M0 0L8 4L0 8z', class: 'arrow' }))),
    edges,
    nodes,
  );
}

/** What shows no text that is longer than its action. */
function clip(id, width) {
  return svg('clipPath', { id }, svg('rect', { width, height: HEIGHT }));
}

function edge(from, to, branch, taken) {
  const back = to.x <= from.x;
  const start = { x: from.x + (back ? WIDTH / 2 : WIDTH), y: from.y + (back ? HEIGHT : HEIGHT / 2) };
  const end = { x: to.x + (back ? WIDTH / 2 : 0), y: to.y + (back ? (to.y > from.y ? 0 : HEIGHT) : HEIGHT / 2) };
  const bend = back ? 40 : Math.max(30, (end.x - start.x) / 2);
  const curve = back
    ? `M${start.x} ${start.y}C${start.x} ${start.y + bend} ${end.x} ${end.y + (to.y > from.y ? -bend : bend)} ${end.x} ${end.y}`
    : `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
  const title = `${branch.kind}${branch.label === '' ? '' : ` ${branch.label}`}`;
  return svg('path', { d: curve, class: `edge ${branch.kind}${taken ? ' taken' : ''}`, 'marker-end': 'url(#arrow)' }, svg('title', {}, title));
}

function node(action, place, content, way, choose) {
  const runs = way.runs.get(action.id) ?? 0;
  const here = way.here === action.id;
  const state = [runs > 0 && 'taken', here && 'here', content.StartAction === action.id && 'start'].filter(Boolean);
  const words = [action.id, action.type, runs > 1 && `×${runs}`, content.StartAction === action.id && 'the flow starts here', runs > 0 && `run ${runs} ${runs === 1 ? 'time' : 'times'}`, here && `the chat stands here${way.waitsFor ? `, waiting for ${way.waitsFor}` : ''}`];
  const act = () => choose(action);
  const group = svg(
    'g',
    { class: ['node', ...state].join(' '), transform: `translate(${place.x} ${place.y})`, tabindex: '0', role: 'button', 'aria-label': words.filter(Boolean).join(', '), click: act },
    svg('rect', { width: WIDTH, height: HEIGHT, rx: 8 }),
    svg('text', { x: 10, y: 23, class: 'name', 'clip-path': 'url(#node)' }, action.id),
    ' ',
    svg('text', { x: 10, y: 43, class: 'kind', 'clip-path': runs > 1 ? 'url(#node-of-many)' : 'url(#node)' }, action.type),
    ' ',
    runs > 1 && svg('text', { x: WIDTH - 10, y: 43, class: 'kind', 'text-anchor': 'end' }, `×${runs}`),
  );
  group.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      act();
    }
  });
  return group;
}
