import type { ReadsWritten } from '../../front/reads/reads-written';
import type { SavedPages } from './saved-pages';

type Last = {
  reads: Pick<ReadsWritten, 'stop'>;
  /** undefined where no page is kept, or where it is not known that all was told which had changed */
  pages: Pick<SavedPages, 'save'> | undefined;
  link: { stop: () => Promise<void> };
};

/**
 * What a front writes when nobody is answered any more, in the one order that holds: reads are rows, and kept pages hold only while their
 * mark is the last that anybody wrote (0069).
 */
export async function writeLastWords({ reads, pages, link }: Last): Promise<void> {
  await reads.stop();
  await pages?.save();
  await link.stop();
}
