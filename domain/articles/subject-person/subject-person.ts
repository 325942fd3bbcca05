import { z } from 'zod';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { versionInput } from '@/domain/version';

export const chooseSubjectInput = z.object({ articleId: idInput, version: versionInput, personId: idInput });
export type ChooseSubjectInput = z.output<typeof chooseSubjectInput>;
export const removeSubjectInput = z.object({ articleId: idInput, version: versionInput });
export type RemoveSubjectInput = z.output<typeof removeSubjectInput>;

export const editionNamings = ['named', 'unnamed'] as const;
/** Whether the newest edition says who she is: its version is repeated. */
export const sayNamingInput = z.object({ articleId: idInput, version: versionInput, naming: z.enum(editionNamings) });
export type SayNamingInput = z.output<typeof sayNamingInput>;

/** Whom the viewer sees by name; of others only that there is somebody, or was. */
export type ToldOf = { kind: 'seen'; id: string; name: string; unitName: string } | { kind: 'unseen' | 'erased' };

/** Since when a language of a story has stopped, and the other one if that is what readers still see. */
export type StoryEnd = { at: Date; stays: Locale | null };

/** The woman a story tells of, and whether it may stand in public as far as she is concerned. */
export type SubjectPerson = {
  /** of the article: whoever chooses repeats it */
  version: number;
  /** null where the story tells of nobody in particular */
  of: ToldOf | null;
  /** she agrees to be named today; null where that is nothing the viewer may know */
  agrees: boolean | null;
  /** the last day of a yes that has one; null also where `agrees` is no yes */
  lastDay: Day | null;
  /** the newest edition says who she is */
  names: boolean;
  /** the viewer may ask her and write down what she answers */
  mayAsk: boolean;
  /** a language of the story is not public or planned any more, because she does not agree; null also where `agrees` is */
  ended: StoryEnd | null;
};

/** What keeps the newest edition from going out: her yes, or everything, as she was erased. */
export const lackOfYes = ({ of, agrees, names }: SubjectPerson): 'erased' | 'not-agreed' | null => {
  if (of?.kind === 'erased') return 'erased';
  return of && names && agrees === false ? 'not-agreed' : null;
};

export const isOut = ({ publicIn, scheduled }: Pick<ArticleDraft, 'publicIn' | 'scheduled'>) =>
  publicIn.length > 0 || scheduled;

/** How far a story has come. */
export type StoryStanding = Pick<ArticleDraft, 'publicIn' | 'scheduled' | 'editionState'>;

/** Why the woman it tells of stays as she is, or nobody is said to be her: what readers see, or will, is for who publishes. */
export function refusalOfChange(
  story: StoryStanding & Pick<ArticleDraft, 'publishable'>,
  subject: Pick<SubjectPerson, 'of'>,
): ReturnType<typeof refusalOfLeaving> | 'not-allowed' {
  if (isOut(story) && !story.publishable) return 'not-allowed';
  return subject.of && refusalOfLeaving(story, subject);
}

/** Why she stays the one it tells of: nobody is let go whom the viewer does not see, nor behind a text that names her. */
function refusalOfLeaving(
  article: StoryStanding,
  { of }: Pick<SubjectPerson, 'of'>,
): 'subject-unseen' | 'public-first' | 'begin-an-edition' | null {
  if (of?.kind !== 'seen') return 'subject-unseen';
  if (isOut(article)) return 'public-first';
  return article.editionState === 'approved' ? 'begin-an-edition' : null;
}
