// `node bench/ask.mjs <address> <path> …`: asks a portal at work for kept pages, in turn with a server that has the same bytes
// ready. For looking at one thing while it is changed; bench/README.md says how.
import { parseArgs } from 'node:util';
import { listenerOf, memoryBelow } from './machine/processes.mjs';
import { machineState } from './machine/state.mjs';
import { compare } from './references/contender.mjs';
import { copiesOf } from './references/copies.mjs';
import { startReady } from './references/ready.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    connections: { type: 'string', short: 'c', default: '1,16,64' },
    seconds: { type: 'string', short: 's', default: '2' },
  },
});
const [address = 'http://127.0.0.1:3000', ...asked] = positionals;
const paths = asked.length > 0 ? asked : ['/', '/tin-tuc', '/do-phu', '/gioi-thieu'];
const { hostname: host, port: said } = new URL(address);
const port = Number(said);
const portal = { name: 'portal', host, port, roots: [listenerOf(port) ?? 0], stop: async () => {} };

const ready = await startReady(await copiesOf(portal, paths));
try {
  process.stdout.write(`${(await machineState()).sentence}\n`);
  for (const connections of values.connections.split(',').map(Number)) {
    const figures = await compare([portal, ready], { paths, connections, seconds: Number(values.seconds) });
    for (const [at, { name }] of [portal, ready].entries()) {
      const one = figures[at];
      if (!one) continue;
      const times = [one.p50, one.p95, one.p99].map((time) => time.toFixed(2)).join(' / ');
      const limit = one.busy > 0.95 ? ', the load at its own limit' : '';
      const wrong = one.wrong > 0 ? `, ${one.wrong} answered other than with 200` : '';
      process.stdout.write(
        `c=${connections} ${name}: ${one.rate.toFixed(0)} a second, ${one.micros.toFixed(1)} µs each, p50 / p95 / p99 ${times} ms${limit}${wrong}\n`,
      );
    }
    const [own, best] = figures;
    if (own && best)
      process.stdout.write(
        `c=${connections} ratio ${(own.rate / best.rate).toFixed(2)}, processor ${(own.micros / best.micros).toFixed(2)}\n`,
      );
  }
  const memory = memoryBelow(portal.roots[0] ?? 0);
  process.stdout.write(`memory of the portal ${(memory / 2 ** 20).toFixed(0)} MB\n`);
} finally {
  await ready.stop();
}
