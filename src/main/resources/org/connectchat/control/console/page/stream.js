// What changes in the emulator, by server-sent events.

const BATCH_MILLIS = 120;

/**
 * Follows the events of a view. `heard` gets all events of a moment together; `again` runs when events were missed, and the view
 * has to read everything. A page that is hidden has no stream, because a browser has few connections for all of its tabs.
 */
export function follow(query, heard, again) {
  let source;
  let waiting = [];
  let timer;
  let wasOpen = false;

  const flush = () => {
    timer = undefined;
    const events = waiting;
    waiting = [];
    heard(events);
  };
  const receive = (type) => (event) => {
    waiting.push({ type, ...JSON.parse(event.data) });
    timer ??= setTimeout(flush, BATCH_MILLIS);
  };
  const open = () => {
    source = new EventSource(`/_emulator/events${query}`);
    for (const type of ['contact', 'item', 'call', 'flow', 'changed']) {
      source.addEventListener(type, receive(type));
    }
    source.addEventListener('missed', () => again());
    source.addEventListener('open', () => {
      document.documentElement.dataset.stream = 'open';
      if (wasOpen) {
        again();
      }
      wasOpen = true;
    });
    source.addEventListener('error', () => {
      document.documentElement.dataset.stream = 'lost';
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(reopen, 2_000);
      }
    });
  };
  const close = () => {
    source?.close();
    source = undefined;
  };
  const reopen = () => {
    if (source !== undefined && !document.hidden) {
      close();
      open();
    }
  };
  const turn = () => {
    if (document.hidden) {
      close();
    } else if (source === undefined) {
      open();
    }
  };
  document.addEventListener('visibilitychange', turn);
  turn();
  return () => {
    document.removeEventListener('visibilitychange', turn);
    clearTimeout(timer);
    close();
  };
}

/** Runs a load soon, however often it is asked for; never two at once, with a pause after each. */
export function coalesced(load, pauseMillis = 150) {
  let timer;
  let ended = -Infinity;
  let running = false;
  let asked = false;
  let over = false;
  const run = async () => {
    timer = undefined;
    running = true;
    try {
      await load();
    } catch (failure) {
      console.warn(failure.message);
    }
    running = false;
    ended = performance.now();
    if (asked) {
      asked = false;
      ask();
    }
  };
  const ask = () => {
    if (running) {
      asked = true;
    } else if (timer === undefined && !over) {
      timer = setTimeout(run, Math.max(0, ended + pauseMillis - performance.now()));
    }
  };
  return {
    ask,
    stop() {
      over = true;
      clearTimeout(timer);
    },
  };
}
