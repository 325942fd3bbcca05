import type { Viewer } from '@/domain/access/viewer';
import { toDate } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import type { Naming } from './naming';

/** Keeps what was said of the names of an article, by who lets it out. */
export const writeNamings = (tx: Transaction, viewer: Viewer, articleId: string, namings: readonly Naming[]) =>
  tx.articleNaming.createMany({
    data: namings.map(({ name, answer, channel, agreedOn }) => ({
      articleId,
      name,
      answer,
      channel,
      agreedOn: agreedOn && toDate(agreedOn),
      saidById: viewer.accountId,
    })),
  });
