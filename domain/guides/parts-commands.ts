import type { Viewer } from '@/domain/access/viewer';
import { type LinesProblem, writeLines } from '@/domain/articles/lines/line-commands';
import type { Result } from '@/domain/result';
import { rowsOf } from './guide';
import { findGuideDraft } from './parts-queries';
import { fieldsOfParts, partsIn, type WrittenParts } from './written-parts';

/** Writes what is needed, the steps and the troubles of a guide: `writeLines`. */
export const writeGuideParts = (viewer: Viewer, input: WrittenParts): Promise<Result<{ id: string }, LinesProblem>> =>
  writeLines(viewer, {
    kind: 'guide',
    action: 'writeGuideParts',
    sent: input,
    steps: partsIn(input, 'vi').steps.length,
    fields: fieldsOfParts({ vi: partsIn(input, 'vi'), en: partsIn(input, 'en') }),
    current: async (articleId) => fieldsOfParts((await findGuideDraft(viewer, articleId))?.parts ?? {}),
    replace: async (tx, texts) => {
      await tx.guideStep.deleteMany({ where: { textId: { in: texts.map(({ id }) => id) } } });
      await tx.guideStep.createMany({
        data: texts.flatMap(({ id: textId, locale }) =>
          rowsOf(partsIn(input, locale)).map((row, at) => ({ textId, position: at + 1, ...row })),
        ),
      });
    },
  });
