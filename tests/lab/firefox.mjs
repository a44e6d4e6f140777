// The lab in Firefox, from a file: answers, and the bytes of the command line. What a browser may differ in, tests/lab/check.mjs
// has looked at in Chromium.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const [browserPath, program, file, pictures] = process.argv.slice(2);
const told = (what, value) => console.log(`${what.padEnd(58)} ${value}`);
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(2)} s`;

const browser = await puppeteer.launch({ browser: 'firefox', executablePath: browserPath, headless: true, protocolTimeout: 900000 });
const page = await browser.newPage();
const wrong = [];
page.on('pageerror', (error) => wrong.push(String(error)));
page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
await page.setViewport({ width: 1200, height: 900 });

const answered = (replications, one_in) => page.waitForFunction((n, one) => typeof answer === 'object' && answer
  && document.getElementById('outdated').hidden && (answer.one_in < one || (answer.one_in === one && answer.replications >= n)),
{ timeout: 600000, polling: 50 }, replications, one_in);

let since = performance.now();
await page.goto(`file://${file}`);
await answered(2, 50);
told('Firefox: from opening to the first answer', seconds(since));
await page.select('#replications', '0');
await page.focus('#common [data-lever=decision_staff] input[type=checkbox]');
since = performance.now();
await page.keyboard.press(' ');
await page.waitForFunction(() => document.querySelector('#common [data-lever=decision_staff] .step'), { polling: 10 });
await answered(2, 50);
told('Firefox: from a change to the first answer', seconds(since));
await page.focus('#common [data-lever=decision_staff] input[type=number]');
await page.evaluate(() => document.activeElement.select());
const before = await page.evaluate(() => run);
await page.keyboard.type('1750');
await page.waitForFunction((number) => run > number, { polling: 10 }, before);
await answered(50, 10);
await page.waitForFunction(() => !busy, { timeout: 600000, polling: 50 });
writeFileSync('firefox.toml', await page.$eval('#text', (area) => area.value));
execFileSync(program, ['run', 'firefox.toml', '--seed', '1', '--replications', '50', '--thin', '10', '--out', 'firefox', '--lang', 'en'], { stdio: 'ignore' });
for (const name of ['series', 'difference', 'levers']) {
  await page.evaluate((table) => {
    window.save = (_, parts) => { window.kept = parts[0]; };
    window.kept = null;
    document.querySelector(`[data-table=${table}]`).click();
  }, name);
  await page.waitForFunction(() => window.kept !== null, { polling: 20 });
  assert.ok(await page.evaluate(() => window.kept) === readFileSync(`firefox/${name}.csv`, 'utf8'), `${name}.csv differs in Firefox`);
}
told('Firefox: series, difference, levers', 'the bytes of the command line');
await page.screenshot({ path: `${pictures}/firefox.png`, fullPage: true });
assert.deepEqual(wrong, [], 'Firefox complains');
await browser.close();
