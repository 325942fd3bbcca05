'use server';

import { formAction } from '@/app/forms/form-action';
import { recordOutcomes as writeOutcomes } from '@/domain/outcomes/commands';
import { feedbackInput } from '@/domain/outcomes/feedback/feedback';
import { giveFeedback as give } from '@/domain/outcomes/feedback/feedback-commands';
import { recordOutcomesInput } from '@/domain/outcomes/outcome';
import { reportInput } from '@/domain/outcomes/reports/report';
import { writeReport as write } from '@/domain/outcomes/reports/report-commands';

const outcomesOf = (id: string) => `/admin/trainings/${id}/outcomes`;

export const recordOutcomes = formAction(recordOutcomesInput, writeOutcomes, ({ id }) => ({
  to: `${outcomesOf(id)}?said=recorded`,
}));

/** Back to the same page, new for the next woman: no script resets it, the answer does. */
export const giveFeedback = formAction(feedbackInput, give, ({ id }, { answerId }) => ({
  to: `${outcomesOf(id)}/feedback?thanks=${answerId.slice(0, 8)}`,
}));

export const writeReport = formAction(reportInput, write, ({ id, closed }, { number }) => ({
  ...(closed ? { changed: ['trainings' as const] } : {}),
  to: `${outcomesOf(id)}/report?said=${number > 0 ? 'corrected' : 'reported'}`,
}));
