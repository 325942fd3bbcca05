'use server';

import { formAction } from '@/app/forms/form-action';
import { articleDrops, forgetting } from '@/app/kept/drops';
import { chooseLeadInput, removeLeadInput } from '@/domain/articles/pictures/lead-picture';
import * as leadPictureCommands from '@/domain/articles/pictures/lead-picture-commands';

const pageOf = (id: string, said: string) => `/admin/articles/${id}/picture?said=${said}`;

export const chooseLeadPicture = formAction(chooseLeadInput, leadPictureCommands.chooseLeadPicture, ({ id }) => ({
  to: pageOf(id, 'chosen'),
}));

export const removeLeadPicture = formAction(
  removeLeadInput,
  leadPictureCommands.removeLeadPicture,
  ({ id, shown }) => ({
    changed: forgetting(articleDrops(shown)),
    to: pageOf(id, 'removed'),
  }),
);
