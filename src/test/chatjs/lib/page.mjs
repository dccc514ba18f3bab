// What the page runs: participants by name, whose callbacks go to the test through `reportToTest`.
import { Participant } from './participant.mjs';

const participants = new Map();

globalThis.openParticipant = (name) => {
  participants.set(name, new Participant((what) => globalThis.reportToTest(name, what)));
};

globalThis.callParticipant = (name, method, args) => participants.get(name)[method](...args);
