/** Of pages that differ only in whom or what they show, and of lists that differ only in what is asked, so many are looked at. */
const EACH_SIGNED_IN = 6;
const EACH_ASKED = 4;

/** Ends a session, leads away, or belongs to one build. */
const LEFT_OUT = /^\/(api\/auth|_next|\/)|sign-out/;

/** The addresses still to be looked at. Readers' pages all come, pages of records in the signed-in area a few of each kind. */
export function createPath(from: readonly string[], { signedIn }: { signedIn: boolean }) {
  const waiting = [...from];
  const met = new Set(from);
  const counts = new Map<string, number>();

  function isWanted(address: string): boolean {
    if (met.has(address) || LEFT_OUT.test(address) || address.startsWith('/admin') !== signedIn) return false;
    met.add(address);
    const asked = address.includes('?');
    if (!asked && !signedIn) return true;
    const kind = kindOf(address);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= (asked ? EACH_ASKED : EACH_SIGNED_IN);
  }

  return {
    next: () => waiting.shift(),
    isDone: () => waiting.length === 0,
    follow(links: readonly string[]) {
      for (const link of links) {
        const address = link.replaceAll('&amp;', '&');
        if (isWanted(address)) waiting.push(address);
      }
    },
  };
}

/** The address without what tells one record from another, and of its question only what is asked for, not the values. */
function kindOf(address: string): string {
  const [path = '', question = ''] = address.split('?');
  const keys = [...new URLSearchParams(question)].map(([key, value]) => (key === 'format' ? value : key));
  return `${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')}?${keys.join('&')}`;
}
