// Interactive messages, rendered. No picture is loaded: its address may lead to another host, so it is shown as a text.
import { h } from './dom.js';
import { json } from './forms.js';

/** What a template shows; `choose` gets what the reader picks, and is absent where the message cannot be answered. */
export function interactive(content, choose) {
  let template;
  try {
    template = JSON.parse(content);
  } catch {
    return h('p', { class: 'text mono' }, content);
  }
  const body = template?.data?.content;
  if (typeof body !== 'object' || body === null) {
    return json(template);
  }
  return h(
    'div',
    { class: 'interactive' },
    h('span', { class: 'type' }, String(template.templateType)),
    head(body),
    template.templateType === 'TimePicker' ? timeslots(body, choose) : elements(body, choose),
    body.options && elements({ elements: body.options }, choose),
  );
}

function head(body) {
  return [
    image(body),
    body.title !== undefined && h('p', { class: 'title' }, String(body.title)),
    body.subtitle !== undefined && h('p', { class: 'subtitle' }, String(body.subtitle)),
    typeof body.description === 'string' && h('p', {}, body.description),
  ];
}

function image({ imageType, imageData, imageDescription }) {
  if (imageType !== 'URL' || typeof imageData !== 'string') {
    return undefined;
  }
  return h('p', { class: 'subtitle' }, `Picture: ${imageDescription ? `${imageDescription}, ` : ''}${imageData}`);
}

function elements({ elements: list }, choose) {
  if (!Array.isArray(list)) {
    return undefined;
  }
  return h('ul', { class: 'options' }, list.map((element) => h('li', {}, element?.templateType ? interactive(JSON.stringify(element), choose) : option(element, choose))));
}

function option(element, choose) {
  const title = String(element?.title ?? JSON.stringify(element));
  const words = [title, element?.subtitle !== undefined && h('span', { class: 'subtitle' }, ` ${element.subtitle}`)];
  return [image(element ?? {}), choose ? h('button', { type: 'button', click: () => choose(title) }, words) : h('span', { class: 'option' }, words)];
}

function timeslots({ timeslots: slots }, choose) {
  if (!Array.isArray(slots)) {
    return undefined;
  }
  return h('ul', { class: 'options' }, slots.map((slot) => h('li', {}, option({ title: slot?.date, subtitle: slot?.duration === undefined ? undefined : `${slot.duration} s` }, choose))));
}

/** Templates to start from, for a form. */
export function template(type, title, options) {
  const elements = options.map((each) => ({ title: each }));
  const content =
    type === 'TimePicker'
      ? { title, timeslots: options.map((date) => ({ date, duration: 3600 })) }
      : type === 'Carousel'
        ? {
            title,
            elements: options.map((each, index) => ({
              templateIdentifier: `panel-${index}`,
              templateType: 'Panel',
              version: '1.0',
              data: { content: { title: each, elements: [{ title: 'Choose' }] } },
            })),
          }
        : { title, elements };
  return { templateType: type, version: '1.0', data: { replyMessage: { title: 'Thanks' }, content } };
}

export const TEMPLATES = ['ListPicker', 'QuickReply', 'TimePicker', 'Panel', 'Carousel'];
