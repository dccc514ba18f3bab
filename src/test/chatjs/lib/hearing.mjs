// What a participant has heard, in order, and a bounded wait for what is still to come.
const PATIENCE = 10_000;

export class Hearing {
  #who;
  #describe;
  #heard = [];
  #waiting = new Set();

  /** `describe` puts one heard thing into a few words for the message of a wait in vain. */
  constructor(who, describe) {
    this.#who = who;
    this.#describe = describe;
  }

  hear(what) {
    this.#heard.push(what);
    for (const check of [...this.#waiting]) {
      check(what);
    }
  }

  all(predicate = () => true) {
    return this.#heard.filter(predicate);
  }

  /** How much was heard so far: where a later `first` may begin. */
  get count() {
    return this.#heard.length;
  }

  /** The first thing that fits, from the given count on: heard already, or within the time allowed. */
  async first(description, predicate, from = 0, patience = PATIENCE) {
    const known = this.#heard.slice(from).find(predicate);
    if (known !== undefined) {
      return known;
    }
    return new Promise((resolve, reject) => {
      const check = (what) => {
        if (predicate(what)) {
          this.#waiting.delete(check);
          clearTimeout(tooLate);
          resolve(what);
        }
      };
      const tooLate = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`${this.#who}: ${description} did not come within ${patience / 1000} s. ${this.#recent()}`));
      }, patience);
      this.#waiting.add(check);
    });
  }

  #recent() {
    const recent = this.#heard.slice(-12).map((what) => `\n  ${this.#describe(what)}`);
    return recent.length === 0 ? 'Nothing came at all.' : `The last that came:${recent.join('')}`;
  }
}
