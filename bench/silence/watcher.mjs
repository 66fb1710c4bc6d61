// Asks the server the same two questions over and over, from a process of its own, and tells how long the longest answer
// took: nothing that the attacker does to its own event loop shows in it.
//   node bench/silence/watcher.mjs URL... (talks by IPC: {begin}, {end} → {url: {longest, calls, failed}})
import { Agent, request } from 'node:http';

const PAUSE_MS = 3;
const urls = process.argv.slice(2);
let marks = newMarks();
let watching = false;

function newMarks() {
  return Object.fromEntries(urls.map((url) => [url, { longest: 0, calls: 0, failed: 0, since: 0 }]));
}

function ask(url, agent) {
  return new Promise((done) => {
    const call = request(url, { agent }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode < 400));
      answer.on('error', () => done(false));
    });
    call.on('error', () => done(false));
    call.end();
  });
}

async function watch(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (;;) {
    const mark = marks[url];
    mark.since = performance.now();
    const ok = await ask(url, agent);
    note(mark);
    mark.calls++;
    if (!ok) mark.failed++;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

/** A call that is not answered yet counts for as long as it has waited. */
function note(mark) {
  if (watching) mark.longest = Math.max(mark.longest, performance.now() - mark.since);
}

process.on('message', ({ begin, end }) => {
  if (begin) {
    marks = newMarks();
    for (const mark of Object.values(marks)) mark.since = performance.now();
    watching = true;
  }
  if (end) {
    for (const mark of Object.values(marks)) note(mark);
    watching = false;
    process.send(marks);
  }
});
process.on('disconnect', () => process.exit());
for (const url of urls) void watch(url);
process.send('ready');
