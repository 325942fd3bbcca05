import type { Viewer } from '@/domain/access/viewer';
import { toDate } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import type { Naming } from './naming';

/** Keeps what was said of names that are read in some articles, by who lets them out. */
export const writeNamings = (
  tx: Transaction,
  viewer: Viewer,
  articleIds: readonly string[],
  namings: readonly Naming[],
) =>
  tx.articleNaming.createMany({
    data: articleIds.flatMap((articleId) =>
      namings.map(({ name, answer, channel, agreedOn }) => ({
        articleId,
        name,
        answer,
        channel,
        agreedOn: agreedOn && toDate(agreedOn),
        saidById: viewer.accountId,
      })),
    ),
  });
