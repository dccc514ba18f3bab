// Whole conversations, with a bot and with agents, and beside them a chat in which hardly anything happens: the same
// for every version of ChatJS and wherever the customers live. A step builds on those before it, so after a failure the
// rest is left out.
import { after, before, describe, it } from 'node:test';
import { agentsDesktop } from './acts/agents-desktop.mjs';
import { bystander } from './acts/bystander.mjs';
import { ending } from './acts/ending.mjs';
import { handover } from './acts/handover.mjs';
import { opening } from './acts/opening.mjs';
import { played } from './acts/played.mjs';
import { silence } from './acts/silence.mjs';
import { supportDesk } from './acts/support-desk.mjs';
import { talking } from './acts/talking.mjs';
import { trouble } from './acts/trouble.mjs';
import { BackEnd } from './lib/back-end.mjs';
import { Control } from './lib/control.mjs';
import { Emulator } from './lib/emulator.mjs';
import { Session } from './lib/session.mjs';
import { TcpProxy } from './lib/tcp-proxy.mjs';

const LAST_WORDS = 3_000;

/**
 * @param name what the report calls it
 * @param openStage makes the place where participants live: its origin, its version of ChatJS, `participant(hearing)`
 *     and `stranger(hearing)`
 * @param chatjs its package and its major version
 * @param skip why it cannot run here, or false
 */
export function conversation({ name, openStage, chatjs, skip = false }) {
  describe(name, { skip, timeout: 300_000 }, () => {
    const engaged = [];
    /** Who takes part. The steps add the customers, the bot and the agents. */
    const cast = {
      chatjs,
      /** The ids of the messages that the customer has sent. */
      sent: [],
      /** Has something closed at the end. */
      engage(closeable) {
        engaged.push(closeable);
        return closeable;
      },
      /** The sessions so far, in the order in which they were opened. */
      sessions: [],
      open: (who, chat) => enter(Session.forCustomer(who, chat, cast.stage.participant, cast.proxy.endpoint)),
      openApart: (who, chat) => enter(Session.forCustomer(who, chat, cast.stage.stranger, cast.proxy.endpoint)),
      openForAgent: (agent) => enter(Session.forAgent(agent, cast.stage.stranger, cast.proxy.endpoint)),
    };
    const enter = async (opening) => {
      const session = await opening;
      cast.sessions.push(session);
      return session;
    };
    let failed = false;

    const step = (title, body) =>
      it(title, { timeout: 60_000 }, async (t) => {
        if (failed) {
          t.skip('a step before it failed');
          return;
        }
        failed = true;
        await body(cast);
        failed = false;
      });

    before(async () => {
      const log = new URL(`logs/${name.replace(/\W+/g, '-')}.log`, import.meta.url);
      const { JAVA: java = 'java', EMULATOR_JAR: jar } = process.env;
      cast.emulator = cast.engage(await Emulator.start({ java, jar, log }));
      cast.proxy = cast.engage(await TcpProxy.before(cast.emulator.port));
      cast.stage = await openStage(chatjs, cast.engage);
      cast.backEnd = new BackEnd(cast.emulator.endpoint);
      cast.control = new Control(cast.emulator.endpoint);
    });

    after(async () => {
      for (const closeable of engaged.reverse()) {
        await closeable.close();
      }
      // A ChatJS that goes round in circles would keep this process alive; one that is done lets it end before.
      setTimeout(() => process.exit(), LAST_WORDS).unref();
    });

    opening(step);
    talking(step);
    // While the quiet customer keeps quiet:
    played(step);
    handover(step);
    agentsDesktop(step);
    bystander(step);
    supportDesk(step);
    silence(step);
    trouble(step);
    ending(step);
  });
}
