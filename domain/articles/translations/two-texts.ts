import type { Missing } from '../comparison/compare';
import type { Changed } from '../comparison/difference';
import type { SuggestedTerm } from './terms';

/** What is known of the two texts of an article beside each other. */
export type TwoTexts = {
  /** there is English at all */
  written: boolean;
  behind: boolean;
  missing: Missing[];
  terms: SuggestedTerm[];
};

/** What became of the Vietnamese words that English follows; `words` is null where that is too much. */
export type ChangedSource = { words: Changed[] | null };
