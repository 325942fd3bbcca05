'use client';

import { keptValues, useFormFacts } from '@/components/ui/forms/form-context';
import { type SuggestedWords, SuggestionLinks } from './suggestion-links';

/** Fields of this sending alone; they are not carried over. */
const OF_THIS_SENDING = ['sessionId', 'version', 'approve', 'reason', 'seriesId'];

type SuggestionsProps = {
  path: string;
  /** what the form that a link fills says already, where it is another one */
  values?: Record<string, string>;
};

/** After a refusal for a hall or a trainer that is taken: what is free instead. */
export function SessionSuggestions({ path, values: fixed }: SuggestionsProps) {
  const { state } = useFormFacts();
  const sent = state.status === 'problem' ? state.detail?.suggestions : undefined;
  const suggested = sent ? (JSON.parse(sent) as SuggestedWords) : null;
  if (!suggested) return null;
  const values = Object.entries(fixed ?? keptValues(state) ?? {}).filter(([name]) => !OF_THIS_SENDING.includes(name));
  return <SuggestionLinks suggested={suggested} path={path} values={Object.fromEntries(values)} />;
}
