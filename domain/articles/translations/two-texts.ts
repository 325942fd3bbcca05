import type { Missing } from '../comparison/compare';
import type { Changed, Words } from '../comparison/difference';
import type { PictureApart, PictureChange } from '../comparison/picture-changes';
import type { ArticleNode } from '../document';
import type { PictureWords } from '../pictures/text-picture';
import type { SuggestedTerm } from './terms';

/** What is known of the two texts of an article beside each other. */
export type TwoTexts = {
  /** there is English at all */
  written: boolean;
  behind: boolean;
  missing: Missing[];
  /** pictures that they do not have in the same place */
  pictures: PictureApart[];
  told: PictureWords;
  terms: SuggestedTerm[];
};

/** What English follows, as it stood in Vietnamese. `body`: null of what was followed before pictures were kept. */
export type TranslationSource = Words & { body: ArticleNode | null; told: PictureWords };

/** What became of the Vietnamese words and pictures that English follows; `words` is null where that is too much. */
export type ChangedSource = { words: Changed[] | null; pictures: PictureChange[]; told: PictureWords };
