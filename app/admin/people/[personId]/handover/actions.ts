'use server';

import { spoken } from '@/app/admin/digital-models/spoken';
import { formAction } from '@/app/form-action';
import { handoverInput } from '@/domain/merging/handover';
import { handOver as hand } from '@/domain/merging/handover-commands';

export const handOver = formAction(
  handoverInput,
  async (viewer, input) => spoken(await hand(viewer, input)),
  ({ id, passed }) => ({
    changed: ['pairs', 'digital-models', 'coverage', 'units', 'trainings'],
    to: `/admin/people/${id}/handover?said=handed&count=${passed}`,
  }),
);
