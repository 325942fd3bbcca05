import { z } from 'zod';
import { idInput } from '@/domain/id';
import { versionInput } from '@/domain/version';
import type { ArticleNode } from '../document';
import type { PictureWords } from '../pictures/text-picture';
import type { Beside } from './beside';

/** The words of one language as somebody saved them: those that stand in an edition, or earlier ones that were written over. */
export type TextVersion = {
  id: string;
  /** number of its edition */
  edition: number;
  /** not written over: what its edition says */
  stands: boolean;
  /** what stands in the newest edition, and is written on */
  newest: boolean;
  /** readers see it at this moment */
  shown: boolean;
  title: string;
  at: Date;
  by: string | null;
};

/** A line of a guide or an alert as it is kept with its text. */
export type KeptLine = { part: string; title: string; body?: string; number?: string | null };

export type VersionWords = {
  title: string;
  summary: string;
  body: ArticleNode;
  easyRead: string | null;
  whatChanged: string | null;
  parts: KeptLine[] | null;
  told: PictureWords;
  /** what stood beside them; of older versions nothing is known */
  beside: Beside | null;
  /** the names of the model and the unit it told of */
  model: string | null;
  unit: string | null;
};

export const restoreInput = z.object({ articleId: idInput, textId: idInput, version: versionInput });
export type RestoreInput = z.output<typeof restoreInput>;
