import { z } from 'zod';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/texts/text';
import type { Unit } from '@/domain/units/unit';
import { fileInput } from '@/domain/upload';
import { versionInput } from '@/domain/version';
import { PICTURE_BYTES_MAX } from './picture';
import type { WaitingWords, Words } from './words';

/** What a picture of the library may be shown for, each asked of who is in it: on public pages, as what is shared, on paper. */
export const pictureUses = ['portal', 'share_card', 'print'] as const;
export type PictureUse = (typeof pictureUses)[number];

export const pictureFormats = ['avif', 'webp'] as const;
export type PictureFormat = (typeof pictureFormats)[number];
export const isPictureFormat = (format: string): format is PictureFormat =>
  (pictureFormats as readonly string[]).includes(format);

/** Which picture, and how wide, is meant by the name of a size: `<id>-<width>`; undefined where it names none. */
export function sizeNamed(name: string): { id: string; width: number } | undefined {
  const [, id, width] = /^([0-9a-f-]{36})-([1-9]\d{1,3})$/.exec(name) ?? [];
  return id ? { id, width: Number(width) } : undefined;
}

/** Pixels across: a phone, a phone held close or a column, a page, a page on a sharp screen. */
const WIDTHS = [480, 800, 1200, 1600];
/** The widths in which a picture is made: none is wider than what was handed in, which itself is one where all are. */
export function widthsOf(width: number): number[] {
  const narrower = WIDTHS.filter((each) => each <= width);
  return narrower.length > 0 ? narrower : [width];
}

/** How many files that makes: each width in each format. The database says the same: `app.sizes_of`. */
export const sizesOf = (width: number) => widthsOf(width).length * pictureFormats.length;

/** What somebody said of who can be recognised: nobody, or everybody who can is named. Until then it is in no public place. */
export const pictureFaces = ['nobody', 'named'] as const;
export type PictureFaces = (typeof pictureFaces)[number];

const alt = line(3, 200);
const caption = optional(line(3, 300));

/** The file comes with the form, or has come before it in parts. */
export const addPictureInput = z
  .object({
    unitId: idInput,
    // left out where it came in parts; an empty one is none that was chosen
    pictureFile: fileInput(PICTURE_BYTES_MAX).optional(),
    uploadId: optional(idInput),
    altVi: alt,
  })
  .refine(({ pictureFile, uploadId }) => pictureFile !== undefined || uploadId !== undefined, {
    path: ['pictureFile'],
    error: 'file-needed',
  });
export type AddPictureInput = z.output<typeof addPictureInput>;

/** Per cent of the width or height, from the left or the top. */
const percent = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, 'not-a-number')
  .transform(Number)
  .refine((value) => value <= 100, 'out-of-range');

export const editPictureInput = z.object({
  pictureId: idInput,
  version: versionInput,
  altVi: alt,
  altEn: optional(alt),
  captionVi: caption,
  captionEn: caption,
  focalX: percent,
  focalY: percent,
});
export type EditPictureInput = z.output<typeof editPictureInput>;

export const sayFacesInput = z.object({ pictureId: idInput, version: versionInput, faces: z.enum(pictureFaces) });
export type SayFacesInput = z.output<typeof sayFacesInput>;

export const removePictureInput = z.object({ pictureId: idInput, version: versionInput });
export type RemovePictureInput = z.output<typeof removePictureInput>;

export type LibraryProblem =
  | 'not-found'
  | 'not-allowed'
  | 'changed-meanwhile'
  | 'caption-half'
  | 'english-missing'
  | 'names-who-has-not-agreed'
  | 'said-by-another'
  | 'women-named';

/** How far a picture is on its way into public, the first thing that is missing; `ready` for all that is not about consent. */
export type PictureState = 'being-sized' | 'words-missing' | 'faces-missing' | 'withdrawn' | 'ready';

type Standing = { withdrawn: boolean; sized: boolean; faces: PictureFaces | null; languages: number };

/** The state of a picture; `app.picture_may_show` of the database asks the same and consent beside it. */
export function stateOfPicture({ withdrawn, sized, faces, languages }: Standing): PictureState {
  if (withdrawn) return 'withdrawn';
  if (!sized) return 'being-sized';
  if (languages < 2) return 'words-missing';
  return faces ? 'ready' : 'faces-missing';
}

/** A picture of the library in a list. */
export type LibraryPicture = {
  id: string;
  alt: string;
  width: number;
  height: number;
  unit: Pick<Unit, 'id' | 'name'>;
  state: PictureState;
  addedAt: Date;
  demo: boolean;
};

/** The same on its own page. `focal`: per cent from the left and the top. `made`: sizes made so far, of so many. */
export type LibraryRecord = LibraryPicture & {
  /** as they were written last */
  words: Words;
  /** those that readers do not see yet */
  waiting: WaitingWords | null;
  focal: { x: number; y: number };
  faces: PictureFaces | null;
  /** who took somebody off who had said no, until another says who is in it; `hers`: the viewer did */
  facesWait: { by: string[]; hers: boolean } | null;
  made: { done: number; of: number };
  addedBy: string | null;
  version: number;
  /** may she change it here? */
  kept: boolean;
};

/** The values of its form's fields; also those on the server when somebody else was first. */
export const pictureFieldsOf = ({ words, focal, version }: LibraryRecord): Record<string, string> => ({
  ...words,
  focalX: String(focal.x),
  focalY: String(focal.y),
  version: String(version),
});
