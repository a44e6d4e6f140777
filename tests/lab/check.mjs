// What tests/lab/run does in the browser. Stops at the first thing that is not so.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [browserPath, program, file, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const sha = (text) => createHash('sha256').update(text).digest('hex');
const told = (what, value) => console.log(`${what.padEnd(58)} ${value}`);
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(2)} s`;
const VIEWS = ['inflow', 'reception', 'open_cases', 'waiting', 'family', 'housing', 'departures', 'costs'];

const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, acceptDownloads: true });
const page = await context.newPage();
const wrong = [];
page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
page.on('pageerror', (error) => wrong.push(String(error)));
page.on('request', (request) => { if (!/^(file|blob|data):/.test(request.url())) wrong.push(`asks for ${request.url()}`); });

// ---- helpers ----

// Until the page shows an answer of so many replications of a chain of one in so many, or a sharper one, of the present variant.
async function answered(replications, one_in, timeout = 400000) {
  await page.waitForFunction(([n, one]) => typeof answer === 'object' && answer && document.getElementById('outdated').hidden
    && (answer.one_in < one || (answer.one_in === one && answer.replications >= n)), [replications, one_in], { timeout, polling: 20 });
}

const first = () => answered(2, 50);

async function idle() {
  await page.waitForFunction(() => !busy, null, { timeout: 900000, polling: 50 });
}

// Presses Tab until the element has the focus; nothing but the keyboard is used.
async function tabTo(selector, backwards = false) {
  for (let n = 0; n < 600; n += 1) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

async function downloaded(act) {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 200000 }), act()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

async function table(name) {
  const { text } = await downloaded(() => page.locator(`[data-table=${name}]`).press('Enter'));
  return text;
}

const leading = () => page.locator('#leading').innerText();

// What axe-core holds against a part of the page; it must be nothing. Says how many rules passed.
async function clean(what, part = 'html') {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate((selector) => axe.run(selector, { resultTypes: ['violations'] }), part);
  for (const one of violations) console.error(`${one.id}: ${one.help}\n  ${one.nodes.slice(0, 3).map((node) => node.html).join('\n  ')}`);
  assert.equal(violations.length, 0, `axe-core finds ${violations.length} violations: ${what}`);
  return passes.length;
}

// Every part of the list of measures, which are open one at a time: how many there are.
async function chapters(what) {
  const opened = async (selector) => {
    await page.locator(selector).evaluate((one) => { one.open = true; });
    await page.waitForFunction((s) => document.querySelector(s).querySelector('div').childElementCount > 0, selector);
    await page.locator(selector).evaluate((one) => one.querySelectorAll('.lever details').forEach((inner) => { inner.open = true; }));
  };
  let parts = 0;
  for (const [place, group] of [['#letter', 'tasks'], ['#others', 'chapters']]) {
    for (let n = 1; n <= await page.locator(`${place} > details`).count(); n += 1) {
      const chapter = `${place} > details:nth-of-type(${n})`;
      await opened(chapter);
      const inner = group === 'tasks' ? await page.locator(`${chapter} > div > details`).count() : 0;
      for (let m = 1; m <= inner; m += 1) {
        const phrase = `${chapter} > div > details:nth-of-type(${m})`;
        await opened(phrase);
        await clean(what, phrase);
        parts += 1;
      }
      await clean(what, chapter);
      parts += 1;
    }
  }
  return parts;
}

function commandLine(variant, replications, thin) {
  writeFileSync('variant.toml', variant);
  const args = ['run', 'variant.toml', '--seed', '1', '--replications', String(replications), '--out', 'out', '--lang', 'en'];
  execFileSync(program, thin > 1 ? [...args, '--thin', String(thin)] : args, { stdio: ['ignore', 'ignore', 'ignore'] });
  return Object.fromEntries(['series', 'difference', 'levers'].map((name) => [name, readFileSync(`out/${name}.csv`, 'utf8')]));
}

function resident() {
  // The processes that draw and compute, by what the system says of them.
  let most = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) continue;
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]));
    } catch { /* it has gone */ }
  }
  return `${Math.round(most / 1024)} MiB`;
}

// ---- opening ----

told('load of the machine at the start', loadavg().map((load) => load.toFixed(1)).join(', '));
told('the file', `${(statSync(file).size / 1e6).toFixed(2)} MB`);
let since = performance.now();
await page.goto(`file://${file}`);
await first();
told('from opening to the first answer', seconds(since));
told('what it says of itself', await page.locator('#rough').innerText());
await answered(50, 10);
told('from opening to 50 replications of one in ten', seconds(since));

// ---- three measures by keyboard ----

await page.locator('#replications').selectOption('0');
for (const [lever, value] of [['decision_staff', '1750'], ['housing_supply', '1500'], ['emergency_places', '20000']]) {
  await page.evaluate(() => { document.activeElement.blur(); window.scrollTo(0, 0); });
  await tabTo(`#common [data-lever=${lever}] input[type=checkbox]`);
  await page.keyboard.press('Space');
  await page.waitForSelector(`#common [data-lever=${lever}] .step input[type=number]`);
  await tabTo(`#common [data-lever=${lever}] .step input[type=number]`);
  await page.keyboard.press('Control+A');
  const before = await page.evaluate(() => run);
  since = performance.now();
  await page.keyboard.type(value);
  await page.waitForFunction((number) => run > number, before, { polling: 5 });
  await page.waitForFunction(([name, number]) => text.includes(`[levers.${name}]`) && text.includes(` = ${number}\n`), [lever, value]);
  await first();
  told(`from a change of ${lever} to the first answer`, seconds(since));
}
await page.keyboard.press('Tab');
await answered(50, 10);
await idle();
const numbers = await leading();
const short = await page.locator('#short').innerText();
told('in short', short.split('\n')[0]);

// ---- saved, reloaded, opened: the same ----

const saved = await downloaded(() => page.locator('#save').press('Enter'));
assert.equal((saved.text.match(/^\[levers\./gm) ?? []).length, 3);
const rough = await table('series');
const differences = await table('difference');
assert.ok(differences.split('\n').length > 100);
await page.reload();
await page.locator('#replications').selectOption('0');
await first();
const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('#open').press('Enter')]);
await chooser.setFiles({ name: saved.name, mimeType: 'text/plain', buffer: Buffer.from(saved.text) });
await page.waitForFunction(() => text.includes('[levers.housing_supply]'));
await answered(50, 10);
assert.equal(await leading(), numbers);
assert.equal(await page.locator('#short').innerText(), short);
assert.equal(await table('series'), rough);
assert.equal(await table('difference'), differences);
told('saved, reloaded and opened', 'the same numbers');

// ---- the bytes of the command line ----

async function same(what, thin) {
  const theirs = commandLine(saved.text, 50, thin);
  for (const [name, text] of Object.entries(theirs)) {
    assert.equal(sha(await table(name)), sha(text), `${what}: ${name}.csv of the page and of the command line differ`);
  }
  told(`50 replications, ${what}: series, difference, levers`, `the bytes of the command line, ${sha(theirs.series).slice(0, 12)}`);
}
await same('one in ten', 10);
since = performance.now();
await page.locator('#replications').selectOption('50');
await answered(50, 1, 900000);
told('from a change to 50 replications of the whole chain', seconds(since));
told('load of the machine then', loadavg().map((load) => load.toFixed(1)).join(', '));
await idle();
await same('the whole chain', 1);
told('memory of the core', `${Math.round(Number(await page.evaluate(() => document.documentElement.dataset.memory)) / 2 ** 20)} MiB`);
told('memory of the tab, most', resident());
assert.equal(await page.locator('#banners .banner').count() > 0, true, 'measures that are not law are said to be so');

// ---- everybody can read it ----

const languages = ['nl', 'en'];
for (const language of languages) {
  await page.locator(`input[name=language][value=${language}]`).check();
  await page.waitForFunction((code) => document.documentElement.lang === code && document.querySelector('#chart svg')?.getAttribute('lang') === code, language);
  for (const width of [1920, 1200, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const view of VIEWS) {
      await page.locator(`input[name=view][value=${view}]`).check();
      await page.waitForFunction((name) => answer.shown.name === name, view);
      await page.screenshot({ path: `${pictures}/${view}-${language}-${width}.png`, fullPage: width === 1200 && view === 'reception' });
      await page.locator('#answer').screenshot({ path: `${pictures}/answer-${view}-${language}-${width}.png` });
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `at ${width} the page is ${wide} wide`);
    await page.locator('details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
    await page.waitForTimeout(300);
    const rules = await clean(`${language}, ${width} px`);
    const parts = await chapters(`${language}, ${width} px`);
    told(`axe-core, ${language}, ${width} px`, `0 violations, ${rules} rules passed; and in ${parts} parts of the list`);
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    told(`the page with all that can be open, ${width} px`, `${high} px high`);
    await page.screenshot({ path: `${pictures}/everything-${language}-${width}.png`, fullPage: true });
    await page.locator('details').evaluateAll((all) => all.forEach((one) => { one.open = false; }));
    await page.waitForTimeout(100);
    await page.screenshot({ path: `${pictures}/page-${language}-${width}.png`, fullPage: true });
  }
}

// ---- a question, without reading a manual ----

await page.setViewportSize({ width: 1200, height: 900 });
await page.locator('#replications').selectOption('0');
await page.locator('#new').press('Enter');
await page.waitForFunction(() => !text.includes('[levers.'));
await page.evaluate(() => { document.activeElement.blur(); window.scrollTo(0, 0); });
await tabTo('#begin summary');
await page.keyboard.press('Enter');
for (const story of ['two_status_a_year_late', 'no_housing_priority']) {
  await tabTo(`#stories input[value=${story}]`);
  await page.keyboard.press('Space');
  await page.waitForFunction((name) => text.includes(name), story);
}
await idle();
const both = await page.locator('#short').innerText();
told('two statuses a year later and no priority for housing', both.split('\n')[0]);
assert.ok((await page.locator('#does').innerText()).length > 200);
await page.screenshot({ path: `${pictures}/question-en-1200.png` });

// ---- mistakes ----

await page.locator('#text').fill((await page.locator('#text').inputValue()).replace('format = 1', 'format = 1\nhorizn = "5 years"'));
await page.waitForSelector('#wrong:not([hidden])');
assert.match(await page.locator('#wrong').innerText(), /horizon/);
await page.screenshot({ path: `${pictures}/wrong-en-1200.png` });
assert.deepEqual(wrong, [], 'the browser complains');
told('what the browser complains of', 'nothing; nothing was asked of any network');
await browser.close();
