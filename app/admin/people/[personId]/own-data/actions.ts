'use server';

import { formAction } from '@/app/forms/form-action';
import { forgetting, recordDrops } from '@/app/kept/drops';
import { eraseInput } from '@/domain/consents/erasure/erasure';
import * as erasureCommands from '@/domain/consents/erasure/erasure-commands';

export const erasePerson = formAction(
  eraseInput,
  (viewer, input) => erasureCommands.erasePerson(viewer, input),
  ({ asked }, { personId }) =>
    asked
      ? { to: `/admin/people/${personId}/own-data?said=asked` }
      : { changed: forgetting(recordDrops), to: '/admin/people?said=erased' },
);
