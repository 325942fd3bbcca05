'use server';

import { formAction } from '@/app/forms/form-action';
import { frontDrops } from '@/app/kept/drops';
import { arrangeInput, type FrontSpot, putFirstInput } from '@/domain/articles/front/front';
import * as frontCommands from '@/domain/articles/front/front-commands';
import { frontPath } from '../asked';

const arranged =
  (said: string) =>
  ({ spot }: { spot: FrontSpot }) => ({
    changed: frontDrops(spot),
    to: `${frontPath}?spot=${spot}&said=${said}`,
  });

export const arrangeFront = formAction(arrangeInput, frontCommands.arrangeFront, arranged('arranged'));

export const putFirst = formAction(putFirstInput, frontCommands.putFirst, arranged('put'));
