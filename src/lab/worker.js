'use strict';
// Holds a core, away from the page, so that the page stays quick while it computes. One worker is the desk: it reads the
// variant, answers, and runs the first rough replications itself. The others are its hands: they run the rest and send it what
// they ran, so that the desk is free again at the next change. A newer task takes the place of an older one between two
// replications.

let core = null;
let task = -1;
const written = new TextEncoder();
const read = new TextDecoder();

// A request goes into the memory of the core, and its reply comes out of it; both are JSON.
function ask(request) {
  const bytes = written.encode(JSON.stringify(request));
  const memory = (at, length) => new Uint8Array(core.memory.buffer, at, length);
  let reply;
  try {
    const room = core.doorstroom_room(bytes.length);
    memory(room, bytes.length).set(bytes);
    const at = core.doorstroom_ask();
    reply = JSON.parse(read.decode(memory(at, core.doorstroom_length())));
  } catch (trap) {
    const said = read.decode(memory(core.doorstroom_fault(), core.doorstroom_fault_length()));
    throw new Error(said || String(trap));
  }
  if (reply.fault) throw new Error(reply.fault);
  return reply;
}

// Lets messages in.
const pause = () => new Promise((resume) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => { channel.port1.close(); resume(); };
  channel.port2.postMessage(null);
});

// Which hand this worker is, counted from nought, and nothing for the desk; and the lines from the desk to its hands.
let hand = null;
let lines = [];
// What hands have sent, and who waits for it.
let parcels = [];
let wake = null;
// What the page looks at may change while a task runs.
let look = { language: 'nl', view: '' };

const begin = (scenario, stage) => ask({
  ...scenario, language: look.language, one_in: stage.one_in, hand: hand ?? 0, hands: stage.hands, ask: 'begin',
});

// Runs a variant: first roughly, then as sharply as was asked.
async function run({ number, scenario, stages }) {
  for (const [place, stage] of stages.entries()) {
    const begun = begin(scenario, stage);
    if (place === 0) postMessage({ number, checked: begun });
    if (!begun.sound) return;
    if (stage.hands > 0) for (const line of lines) line.postMessage({ number, place, scenario, stage });
    const answers = [...stage.answers.filter((n) => n < stage.replications), stage.replications];
    let done = 0;
    while (done < stage.replications) {
      const next = parcels.findIndex((parcel) => parcel.place === place);
      if (next >= 0) {
        done = ask({ ask: 'take', parcels: parcels.splice(next, 1)[0].parcels }).done;
      } else if (stage.hands === 0) {
        done = ask({ ask: 'next' }).done;
      } else {
        await new Promise((resume) => { wake = resume; });
      }
      if (number !== task) return;
      postMessage({ number, progress: { done: Math.min(done, stage.replications), of: stage.replications, one_in: stage.one_in } });
      if (done >= answers[0]) {
        while (answers[0] <= done) answers.shift();
        postMessage({ number, answer: ask({ ...look, ask: 'answer' }) });
      }
      await pause();
      if (number !== task) return;
    }
  }
  postMessage({ number, done: true });
}

// Runs every so manieth replication for the desk.
async function help({ number, place, scenario, stage }, line) {
  task = `${number}.${place}`;
  const mine = task;
  if (!begin(scenario, stage).sound) return;
  for (let own = hand; own < stage.replications; own += stage.hands) {
    line.postMessage({ number, place, parcels: ask({ ask: 'wrap' }).parcels });
    await pause();
    if (mine !== task) return;
  }
}

function hears(line) {
  line.onmessage = ({ data }) => {
    if (hand === null) {
      // What was run for an older task comes too late.
      if (data.number === task) parcels.push(data);
      if (wake) wake();
    } else if (data.stop) task = -1;
    else help(data, line).catch((fault) => postMessage({ fault: fault.message }));
  };
}

async function hear(message) {
  if (message.module) {
    core = (await WebAssembly.instantiate(message.module, {})).exports;
    ({ hand, lines } = message);
    lines.forEach(hears);
    postMessage({ ready: true });
  } else if (message.run || message.stop) {
    task = message.run ? message.run.number : -1;
    parcels = [];
    for (const line of lines) line.postMessage({ stop: true });
    if (wake) wake();
    if (!message.run) return;
    look = message.look;
    await run(message.run);
  } else if (message.look) {
    look = message.look;
    if (message.scenario) postMessage({ read: ask({ ...message.scenario, language: look.language, ask: 'look' }) });
    if (message.shown) postMessage({ shown: ask({ ...look, ask: 'show' }) });
  } else if (message.table) {
    postMessage({ table: message.table, text: ask({ ask: 'table' })[message.table], memory: core.memory.buffer.byteLength });
  }
}

onmessage = ({ data }) => hear(data).catch((fault) => postMessage({ fault: fault.message }));
