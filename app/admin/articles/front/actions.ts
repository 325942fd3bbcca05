'use server';

import { formAction } from '@/app/forms/form-action';
import { frontDrops } from '@/app/kept/drops';
import { arrangeInput } from '@/domain/articles/front/front';
import * as frontCommands from '@/domain/articles/front/front-commands';
import { frontPath } from '../asked';

export const arrangeFront = formAction(arrangeInput, frontCommands.arrangeFront, ({ spot }, { add }) => ({
  changed: frontDrops(spot),
  to: `${frontPath}?spot=${spot}&said=${add ? 'put' : 'arranged'}`,
}));
