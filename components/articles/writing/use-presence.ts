import { useEffect, useState } from 'react';
import { type Present, TOUCH_SECONDS } from '@/domain/articles/writing/presence';

const ADDRESS = '/api/articles/presence';

/** Says while the page of an article is in sight that it is open, and that it is left; answers who else is there. */
export function usePresence(articleId: string, first: readonly Present[]): readonly Present[] {
  const [present, setPresent] = useState(first);
  useEffect(() => {
    const ended = new AbortController();
    const touch = async () => {
      if (document.visibilityState === 'hidden') return;
      const told = await tell(articleId, ended.signal);
      if (told && !ended.signal.aborted) setPresent(told);
    };
    const leave = () => sayLeft(articleId);
    const seen = () => void touch();
    void touch();
    const every = setInterval(seen, TOUCH_SECONDS * 1_000);
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('pagehide', leave);
    return () => {
      ended.abort();
      clearInterval(every);
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [articleId]);
  return present;
}

/** Null where no answer comes: what was known stays. */
async function tell(articleId: string, signal: AbortSignal): Promise<Present[] | null> {
  try {
    const answer = await fetch(ADDRESS, { method: 'POST', signal, ...sent({ articleId }) });
    return answer.ok ? ((await answer.json()) as { present: Present[] }).present : null;
  } catch {
    return null;
  }
}

const sent = (body: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Arrives also when the page is gone. */
function sayLeft(articleId: string): void {
  const words = new Blob([JSON.stringify({ articleId, left: true })], { type: 'application/json' });
  navigator.sendBeacon?.(ADDRESS, words);
}
