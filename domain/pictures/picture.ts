import { z } from 'zod';
import { ok, problem, type Result } from '@/domain/result';
import { line, optional } from '@/domain/texts/text';
import { optionalFileInput } from '@/domain/upload';
import type { Prisma } from '@/prisma/generated/client';

export const PICTURE_BYTES_MAX = 10_000_000;
/** Kinds that the browser offers to choose; the content of a file tells its real kind. */
export const PICTURE_KINDS = 'image/jpeg,image/png,image/webp';

/** A picture as forms send it: the file, and words for who cannot see it. */
export const pictureFields = {
  pictureFile: optionalFileInput(PICTURE_BYTES_MAX),
  pictureAlt: optional(line(3, 200)),
};
const fields = z.object(pictureFields);
type PictureFields = z.output<typeof fields>;

/** A picture in storage: made anew from what was sent, with nothing else in it. */
export type KeptPicture = { sha256: string; mime: string; bytes: number; width: number; height: number };
/** Puts a picture into storage. Handed to a command by the action, since the domain knows no disk. */
export type KeepPicture = (file: File) => Promise<Result<KeptPicture, 'not-a-picture' | 'picture-too-large'>>;

export type PictureProblem = 'not-a-picture' | 'picture-too-large' | 'picture-needs-words';

/** A storage for who never sends a picture. */
export const noStorage: KeepPicture = async () => problem('not-a-picture');

/** A picture as pages show it; its address is `/admin/media/<id>`. */
export type Picture = { id: string; alt: string; width: number | null; height: number | null };

/** The last thing before a change is written: until its right and rules were checked, nothing is stored. */
export async function keepSentPicture(
  { pictureFile, pictureAlt }: PictureFields,
  keep: KeepPicture,
): Promise<Result<(KeptPicture & { alt: string }) | null, PictureProblem>> {
  if (!pictureFile) return ok(null);
  if (!pictureAlt) return problem('picture-needs-words');
  const kept = await keep(pictureFile);
  return kept.ok ? ok({ ...kept.value, alt: pictureAlt }) : kept;
}

/** The columns of a `Picture`. */
export const pictureSelect = () => ({
  id: true,
  width: true,
  height: true,
  withdrawnAt: true,
  mediaTexts: { where: { locale: 'vi' }, select: { alt: true }, take: 1 },
});

/** As an activity has one, or none. */
type SelectedPicture = Prisma.ModelActivityGetPayload<{
  select: { picture: { select: ReturnType<typeof pictureSelect> } };
}>['picture'];

/** One that was withdrawn is none. */
export const toPicture = (picture: SelectedPicture): Picture | null =>
  picture && !picture.withdrawnAt
    ? { id: picture.id, alt: picture.mediaTexts[0]?.alt ?? '', width: picture.width, height: picture.height }
    : null;
