import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';
import type { KeptPicture } from './picture';

/** The row of a stored picture, in the transaction of what it shows; answers with its id, null without a picture. */
export async function writePicture(
  tx: Transaction,
  viewer: Viewer,
  unitId: string,
  picture: (KeptPicture & { alt: string }) | null,
): Promise<string | null> {
  if (!picture) return null;
  const { sha256, alt, ...facts } = picture;
  const { id } = await tx.mediaAsset.create({
    data: {
      ...facts,
      sha256: new Uint8Array(Buffer.from(sha256, 'hex')),
      unitId,
      uploadedById: viewer.accountId,
      mediaTexts: { create: { locale: 'vi', alt } },
    },
    select: { id: true },
  });
  return id;
}

/**
 * A picture that no longer shows anything is at no address any more, though somebody in it said no before; the row stays as proof. The
 * database notes its files to be removed.
 */
export const withdrawPicture = async (tx: Transaction, pictureId: string | null, withdrawnReason: string) =>
  pictureId &&
  tx.mediaAsset.updateMany({
    where: { id: pictureId, OR: [{ withdrawnAt: null }, { withdrawnReason: 'consent' }] },
    data: { withdrawnAt: new Date(), withdrawnReason },
  });
