import type { Answer, Way } from './sender';

const ADDRESS = '/api/uploads';
/** Milliseconds for one question: as long as the portal waits for a part. */
const PATIENCE = 60_000;

/** The way to the portal of this browser. Closed, it drops what is under way; only taking back goes out still. */
export function wayToPortal(): Way {
  const closed = new AbortController();
  return {
    ask: (method, path, body) => ask(method, path, body, method === 'DELETE' ? null : closed.signal),
    pause: (milliseconds) => pause(milliseconds, closed.signal),
    isOffline: () => !navigator.onLine,
    now: () => Date.now(),
    hashOf: window.isSecureContext && crypto.subtle ? hashOf : null,
    close: () => closed.abort(),
  };
}

async function ask(
  method: string,
  path: string,
  body: Blob | object | undefined,
  closed: AbortSignal | null,
): Promise<Answer> {
  if (closed?.aborted) return null;
  const late = new AbortController();
  const drop = () => late.abort();
  const timer = setTimeout(drop, PATIENCE);
  closed?.addEventListener('abort', drop);
  try {
    const answer = await fetch(ADDRESS + path, {
      method,
      signal: late.signal,
      cache: 'no-store',
      keepalive: method === 'DELETE',
      ...sent(body),
    });
    const told = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
    return { status: answer.status, told };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    closed?.removeEventListener('abort', drop);
  }
}

function sent(body: Blob | object | undefined): RequestInit {
  if (body === undefined) return {};
  if (body instanceof Blob) return { body, headers: { 'content-type': 'application/octet-stream' } };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

const pause = (milliseconds: number, closed: AbortSignal) =>
  new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      closed.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    window.addEventListener('online', go);
    closed.addEventListener('abort', go);
  });

async function hashOf(file: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
