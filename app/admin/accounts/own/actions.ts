'use server';

import { formAction } from '@/app/forms/form-action';
import * as digestCommands from '@/domain/digest/digest-commands';
import { digestInput } from '@/domain/digest/digest-input';

export const chooseDigest = formAction(digestInput, digestCommands.chooseDigest, ({ wanted }) => ({
  to: `/admin/accounts/own?said=${wanted === 'yes' ? 'on' : 'off'}`,
}));
