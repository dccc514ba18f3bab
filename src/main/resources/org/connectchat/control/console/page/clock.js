// The clock of the emulator, by which countdowns and ages run.
import { read } from './api.js';
import { h } from './dom.js';

const state = { mode: 'SYSTEM', aheadMillis: 0, frozenAt: 0 };
const listeners = new Set();

/** Reads the clock; called at the start and whenever it has changed. */
export async function readClock() {
  const before = Date.now();
  const clock = await read('/clock');
  const now = Date.parse(clock.now);
  state.mode = clock.mode;
  state.aheadMillis = now - (before + Date.now()) / 2;
  state.frozenAt = now;
  tick();
  return clock;
}

export function now() {
  return state.mode === 'FROZEN' ? state.frozenAt : Date.now() + state.aheadMillis;
}

export function mode() {
  return state.mode;
}

export function onTick(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A span of time in words that fit a narrow column. */
export function span(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor(seconds / 3_600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  if (days > 0) {
    return `${days} d ${hours} h`;
  }
  if (hours > 0) {
    return `${hours} h ${minutes} min`;
  }
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

/** The time of day of a moment. */
export function time(moment) {
  return new Date(moment).toISOString().slice(11, 19);
}

/** How long it is until a moment, counting down. */
export function until(moment) {
  return h('span', { 'data-until': moment }, span(Date.parse(moment) - now()));
}

/** How long ago a moment was, counting up. */
export function since(moment) {
  return h('span', { 'data-since': moment }, span(now() - Date.parse(moment)));
}

/** Sets the text of each element that has `data-until` or `data-since`. */
function tick() {
  for (const element of document.querySelectorAll('[data-until]')) {
    element.textContent = span(Date.parse(element.dataset.until) - now());
  }
  for (const element of document.querySelectorAll('[data-since]')) {
    element.textContent = span(now() - Date.parse(element.dataset.since));
  }
  listeners.forEach((listener) => listener());
}

setInterval(tick, 1_000);
