import type { Viewer } from '@/domain/access/viewer';
import type { Result } from '@/domain/result';
import { type LinesProblem, writeLines } from '../lines/line-commands';
import { alertRowsOf } from './alert';
import { findAlertDraft } from './alert-queries';
import { alertIn, fieldsOfAlert, type WrittenAlert } from './written-alert';

/** Writes the signs, steps and hotlines of an alert: `writeLines`. */
export const writeAlertParts = (viewer: Viewer, input: WrittenAlert): Promise<Result<{ id: string }, LinesProblem>> =>
  writeLines(viewer, {
    kind: 'alert',
    action: 'writeAlertParts',
    sent: input,
    steps: alertIn(input, 'vi').steps.length,
    fields: fieldsOfAlert({ vi: alertIn(input, 'vi'), en: alertIn(input, 'en') }),
    current: async (articleId) => fieldsOfAlert((await findAlertDraft(viewer, articleId)) ?? {}),
    replace: async (tx, texts) => {
      await tx.alertPart.deleteMany({ where: { textId: { in: texts.map(({ id }) => id) } } });
      await tx.alertPart.createMany({
        data: texts.flatMap(({ id: textId, locale }) =>
          alertRowsOf(alertIn(input, locale)).map((row, at) => ({ textId, position: at + 1, ...row })),
        ),
      });
    },
  });
