'use server';

import { formAction } from '@/app/forms/form-action';
import { runJobNow } from '@/domain/jobs/commands';
import { jobInput } from '@/domain/jobs/job';

export const runNow = formAction(jobInput, runJobNow, ({ name }) => ({ to: `/admin/jobs?said=${name}` }));
