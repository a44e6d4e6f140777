'use strict';
// Holds a core, away from the page, so that the page stays quick while it computes. One task at a time: a newer one takes
// the place of an older one between two replications. Several workers share a task: the first one answers, and the others,
// its hands, send it what they ran.

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

async function load(text) {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const module = await WebAssembly.instantiate(await new Response(plain).arrayBuffer(), {});
  core = module.instance.exports;
}

// Lets messages in.
const pause = () => new Promise((resume) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => { channel.port1.close(); resume(); };
  channel.port2.postMessage(null);
});

// Where this worker stands among those that share a task, and the lines to the others.
let hand = 0;
let lines = [];
// What others have sent, and who waits for it.
let parcels = [];
let wake = null;
// What the page looks at may change while a task runs.
let look = { language: 'nl', view: '' };

const begin = (scenario, stage) => ({ ...scenario, language: look.language, one_in: stage.one_in, hand, hands: hand === 0 ? lines.length + 1 : scenario.hands, ask: 'begin' });

// Runs a variant: first roughly, then as sharply as was asked.
async function run({ number, scenario, stages }) {
  for (const [place, stage] of stages.entries()) {
    const begun = ask(begin(scenario, stage));
    if (place === 0) postMessage({ number, checked: begun });
    if (!begun.sound) return;
    const hands = lines.length + 1;
    for (const line of lines) line.postMessage({ number, place, scenario: { ...scenario, hands }, stage });
    const answers = [...stage.answers.filter((n) => n < stage.replications), stage.replications];
    let own = 0;
    let done = 0;
    while (done < stage.replications) {
      const mine = parcels.findIndex((parcel) => parcel.number === number && parcel.place === place);
      if (mine >= 0) {
        done = ask({ ask: 'take', parcels: parcels.splice(mine, 1)[0].parcels }).done;
      } else if (own < stage.replications) {
        done = ask({ ask: 'next' }).done;
        own += hands;
      } else {
        await new Promise((resume) => { wake = resume; });
      }
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

// Runs every so manieth replication for the first worker.
async function help({ number, place, scenario, stage }, line) {
  task = `${number}.${place}`;
  const mine = task;
  if (!ask(begin(scenario, stage)).sound) return;
  for (let own = hand; own < stage.replications; own += scenario.hands) {
    line.postMessage({ number, place, parcels: ask({ ask: 'wrap' }).parcels });
    await pause();
    if (mine !== task) return;
  }
}

async function hear(message) {
  if (message.core) {
    await load(message.core);
    hand = message.hand;
    lines = message.lines;
    for (const line of lines) {
      line.onmessage = ({ data }) => {
        if (hand > 0) {
          if (data.stop) task = -1;
          else help(data, line).catch((fault) => postMessage({ fault: fault.message }));
          return;
        }
        parcels.push(data);
        if (wake) wake();
      };
    }
    postMessage({ ready: true });
  } else if (message.run) {
    task = message.run.number;
    parcels = [];
    look = message.look;
    if (wake) wake();
    await run(message.run);
  } else if (message.stop) {
    task = -1;
    for (const line of lines) line.postMessage({ stop: true });
    if (wake) wake();
  } else if (message.look) {
    look = message.look;
    if (message.scenario) postMessage({ read: ask({ ...message.scenario, language: look.language, ask: 'look' }) });
    if (message.shown) postMessage({ shown: ask({ ...look, ask: 'show' }) });
  } else if (message.table) {
    postMessage({ table: message.table, text: ask({ ask: 'table' })[message.table], memory: core.memory.buffer.byteLength });
  }
}

onmessage = ({ data }) => hear(data).catch((fault) => postMessage({ fault: fault.message }));
