'use server';

import { formAction } from '@/app/forms/form-action';
import { sessionDrops } from '@/app/kept/drops';
import * as commands from '@/domain/outcomes/commands';
import { feedbackInput } from '@/domain/outcomes/feedback/feedback';
import * as feedbackCommands from '@/domain/outcomes/feedback/feedback-commands';
import { recordOutcomesInput } from '@/domain/outcomes/outcome';
import { reportInput } from '@/domain/outcomes/reports/report';
import * as reportCommands from '@/domain/outcomes/reports/report-commands';

const outcomesOf = (id: string) => `/admin/trainings/${id}/outcomes`;

export const recordOutcomes = formAction(recordOutcomesInput, commands.recordOutcomes, ({ id }) => ({
  to: `${outcomesOf(id)}?said=recorded`,
}));

/** Back to the same page, new for the next woman: no script resets it, the answer does. */
export const takeFeedback = formAction(feedbackInput, feedbackCommands.takeFeedback, ({ id }, { answerId }) => ({
  to: `${outcomesOf(id)}/feedback?thanks=${answerId.slice(0, 8)}`,
}));

export const writeReport = formAction(reportInput, reportCommands.writeReport, ({ id, closed }, { number }) => ({
  ...(closed ? { changed: sessionDrops(id) } : {}),
  to: `${outcomesOf(id)}/report?said=${number > 0 ? 'corrected' : 'reported'}`,
}));
