import { parentPort, workerData } from 'node:worker_threads';

/*
 * Somebody beside a storm, in a thread of her own, so that her clock does not wait for those who storm: asks how the portal is
 * and signs in, again and again, until told to stop. Started by bystander.ts.
 */
const { origin, identifier, password } = workerData;
const PAUSE_MS = 20;
const AT_LEAST = { health: 10, signIn: 2 };

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
/**
 * @param {string} path
 * @param {RequestInit} [init]
 */
const ask = (path, init = {}) =>
  fetch(origin + path, { redirect: 'manual', signal: AbortSignal.timeout(60_000), ...init });

async function health() {
  const answer = await ask('/healthz');
  await answer.text();
  if (answer.status !== 200) throw new Error(`/healthz answered ${answer.status}`);
}

/** Signs in as a browser does: by the form of the page, which brings its token and the cookie of it along. */
async function signIn() {
  const page = await ask('/dang-nhap');
  const csrfToken = /name="csrfToken" value="(\w+)"/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const body = new URLSearchParams({ csrfToken, identifier, password });
  const headers = { cookie, origin };
  const answer = await ask('/api/auth/callback/credentials', { method: 'POST', headers, body });
  if (answer.status !== 302 || !answer.headers.getSetCookie().join().includes('session-token='))
    throw new Error(`signing in was answered with ${answer.status}`);
}

let over = false;
/**
 * @param {() => Promise<void>} work
 * @param {number} least
 */
async function timed(work, least) {
  const took = [];
  while (!over || took.length < least) {
    const since = performance.now();
    await work();
    took.push(performance.now() - since);
    await pause();
  }
  return took;
}

parentPort?.on('message', async (asked) => {
  if (asked === 'stop') {
    over = true;
    return;
  }
  over = false;
  try {
    const [healths, signIns] = await Promise.all([
      timed(health, AT_LEAST.health),
      asked.signsIn ? timed(signIn, AT_LEAST.signIn) : [],
    ]);
    parentPort?.postMessage({ healths, signIns });
  } catch (error) {
    parentPort?.postMessage({ wrong: String(error) });
  }
});
