// Sends requests over a fixed number of connections for a fixed time, from a process of its own: the measuring process
// must not share its event loop with anything. Prints one JSON line.
//   node bench/load.mjs URL CONNECTIONS SECONDS BODY
import autocannon from 'autocannon';

const [url, connections, seconds, body] = process.argv.slice(2);
const result = await autocannon({
  url,
  method: 'POST',
  connections: Number(connections),
  duration: Number(seconds),
  headers: { 'content-type': 'application/json' },
  body,
});
console.log(
  JSON.stringify({
    total: result.requests.total,
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    max: result.latency.max,
    failed: result.non2xx + result.errors + result.timeouts,
  }),
);
