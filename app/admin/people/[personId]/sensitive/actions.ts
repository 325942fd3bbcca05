'use server';

import { formAction } from '@/app/forms/form-action';
import {
  disabilityInput,
  dropFieldInput,
  ethnicityInput,
  priorityGroupsInput,
  readFieldsInput,
  religionInput,
} from '@/domain/consents/sensitive/sensitive';
import { dropSensitive, readSensitive, writeSensitive } from '@/domain/consents/sensitive/sensitive-commands';

const page = ({ personId }: { personId: string }, said = 'written') => ({
  to: `/admin/people/${personId}/sensitive?said=${said}`,
});

export const readFields = formAction(
  readFieldsInput,
  (viewer, { personId }) => readSensitive(viewer, personId),
  ({ fields }) => ({
    said: Object.fromEntries(
      fields.map((each) => [each.field, 'values' in each ? each.values.join('\n') : `!${each.shut}`]),
    ),
  }),
);

export const writePriorityGroups = formAction(
  priorityGroupsInput,
  (viewer, input) => writeSensitive(viewer, { ...input, field: 'priority_groups' }),
  (value) => page(value),
);

export const writeDisability = formAction(
  disabilityInput,
  (viewer, input) => writeSensitive(viewer, { ...input, field: 'disability' }),
  (value) => page(value),
);

export const writeEthnicity = formAction(
  ethnicityInput,
  (viewer, { value, ...input }) => writeSensitive(viewer, { ...input, field: 'ethnicity', values: [value] }),
  (value) => page(value),
);

export const writeReligion = formAction(
  religionInput,
  (viewer, { value, ...input }) => writeSensitive(viewer, { ...input, field: 'religion', values: [value] }),
  (value) => page(value),
);

export const dropField = formAction(dropFieldInput, dropSensitive, (value) => page(value, 'dropped'));
