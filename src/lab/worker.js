'use strict';
// Holds the core, away from the page, so that the page stays quick while it computes. One task at a time: a newer one
// takes the place of an older one between two replications.

let core = null;
let task = 0;
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

// What the page looks at may change while a task runs.
let look = { language: 'nl', view: '' };

// Runs a variant: first roughly, then as sharply as was asked.
async function run({ number, scenario, stages }) {
  for (const stage of stages) {
    const request = { ...scenario, ...look, one_in: stage.one_in, ask: 'begin' };
    delete request.view;
    const begun = ask(request);
    if (stage === stages[0]) postMessage({ number, checked: begun });
    if (!begun.sound) return;
    for (let done = 0; done < stage.replications;) {
      done = ask({ ask: 'next' }).done;
      postMessage({ number, progress: { done, of: stage.replications, one_in: stage.one_in } });
      if (stage.answers.includes(done) || done === stage.replications) {
        postMessage({ number, answer: ask({ ...look, ask: 'answer' }) });
      }
      await pause();
      if (number !== task) return;
    }
  }
  postMessage({ number, done: true });
}

async function hear(message) {
  if (message.core) {
    await load(message.core);
    postMessage({ ready: true, memory: core.memory.buffer.byteLength });
  } else if (message.run) {
    task = message.run.number;
    look = message.look;
    await run(message.run);
  } else if (message.stop) {
    task = -1;
  } else if (message.look) {
    look = message.look;
    if (message.scenario) postMessage({ read: ask({ ...message.scenario, language: look.language, ask: 'look' }) });
    if (message.shown) postMessage({ shown: ask({ ...look, ask: 'show' }) });
  } else if (message.table) {
    postMessage({ table: message.table, text: ask({ ask: 'table' })[message.table], memory: core.memory.buffer.byteLength });
  }
}

onmessage = ({ data }) => hear(data).catch((fault) => postMessage({ fault: fault.message }));
