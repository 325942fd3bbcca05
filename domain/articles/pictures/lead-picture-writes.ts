import type { Transaction } from '@/prisma/transaction';

/** Puts a picture at the head of these texts in the place of what stands there, or none. */
export async function putAtHead(tx: Transaction, texts: readonly string[], pictureId: string | null): Promise<void> {
  await tx.mediaUse.deleteMany({ where: { textId: { in: [...texts] }, use: 'portal', atHead: true } });
  if (pictureId) await tx.mediaUse.createMany({ data: texts.map((textId) => ({ pictureId, textId, use: 'portal' })) });
}
