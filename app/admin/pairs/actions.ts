'use server';

import { spoken } from '@/app/admin/digital-models/spoken';
import type { Tag } from '@/app/cache-tags';
import { formAction } from '@/app/form-action';
import { endPair as end, tiePair as tie } from '@/domain/pairs/change-commands';
import { pairUp as pair } from '@/domain/pairs/commands';
import { endPairInput, pairUpInput, tieInput } from '@/domain/pairs/pair';

/** What is made of pairs: their counts, the figures, and the pages of the communes. */
const touched: Tag[] = ['pairs', 'coverage', 'units'];
const recordOf = (id: string, said: string) => `/admin/pairs/${id}?said=${said}`;

export const pairUp = formAction(
  pairUpInput,
  async (viewer, input) => spoken(await pair(viewer, input)),
  ({ id }, { modelId }) => ({
    changed: touched,
    to: modelId ? `/admin/digital-models/${modelId}?said=paired` : recordOf(id, 'paired'),
  }),
);

export const tiePair = formAction(
  tieInput,
  async (viewer, input) => spoken(await tie(viewer, input)),
  ({ id }) => ({ changed: touched, to: recordOf(id, 'tied') }),
);

export const endPair = formAction(
  endPairInput,
  async (viewer, input) => spoken(await end(viewer, input)),
  ({ id }) => ({ changed: touched, to: recordOf(id, 'ended') }),
);
