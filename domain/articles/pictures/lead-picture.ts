import { z } from 'zod';
import { idInput } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { versionInput } from '@/domain/version';

export const chooseLeadInput = z.object({ articleId: idInput, version: versionInput, pictureId: idInput });
export type ChooseLeadInput = z.output<typeof chooseLeadInput>;
export const removeLeadInput = z.object({ articleId: idInput, version: versionInput });
export type RemoveLeadInput = z.output<typeof removeLeadInput>;

/** A picture at the head of an article or within it, as readers see it: `focal` in per cent, `widths` from narrow to wide. */
export type ShownPicture = {
  id: string;
  alt: string;
  caption: string | null;
  width: number;
  height: number;
  widths: number[];
  /** what is not cut off: per cent from the left and the top */
  focal: { x: number; y: number };
  /** whether everybody in it agrees to it on the card that is sent on, and on paper */
  onCard: boolean;
  onPaper: boolean;
  /** of a text that is not public yet: below which address its sizes lie */
  below?: string;
};

/** The same as editors see it: `hidden` where it may not be shown, `withdrawn` where it lies at no address. */
export type ChosenPicture = {
  id: string;
  alt: string;
  width: number;
  height: number;
  hidden: boolean;
  withdrawn: boolean;
  /** out of the library for good: removed, or with a woman who was erased */
  gone: boolean;
  /** whether the card of its article and a sheet of paper show it too */
  onCard: boolean;
  onPaper: boolean;
};

/** Where a picture of the library is used: an article of hers, and whether readers see it there at this moment. */
export type PlaceOfPicture = {
  articleId: string;
  title: string;
  locale: Locale;
  isPublic: boolean;
  hidden: boolean;
  onCard: boolean;
};

/** A size of a picture in storage, and the articles that show it. */
export type PublishedSize = { sha256: string; mime: string; articleIds: string[] };
