/** The portal's answer to a question for units, in words that are ready to be shown. */
export type AnsweredChoices = { options: { value: string; label: string; hint?: string }[]; more: boolean };

const WAIT_MS = 8000;

/** Asks the portal, from a browser, for units of a scope; null where no answer comes in time. `stop` ends the wait early. */
export async function askForChoices(scope: string, q: string, stop: AbortController): Promise<AnsweredChoices | null> {
  const late = setTimeout(() => stop.abort(), WAIT_MS);
  try {
    const answer = await fetch(`/api/units?${new URLSearchParams({ scope, q })}`, { signal: stop.signal });
    return answer.ok ? ((await answer.json()) as AnsweredChoices) : null;
  } catch {
    return null;
  } finally {
    clearTimeout(late);
  }
}
