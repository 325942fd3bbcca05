'use server';

import { formAction } from '@/app/forms/form-action';
import { courseDrops } from '@/app/kept/drops';
import * as facesCommands from '@/domain/consents/faces/faces-commands';
import { sayFacesInput } from '@/domain/pictures/library';

// what a course hands out comes back to its public page
export const sayFacesAgain = formAction(sayFacesInput, facesCommands.sayFacesAgain, ({ id }, { faces }) => ({
  changed: courseDrops,
  to: `/admin/pictures/${id}/faces?said=${faces}`,
}));
