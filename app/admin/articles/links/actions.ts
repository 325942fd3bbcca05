'use server';

import { formAction } from '@/app/forms/form-action';
import * as hostCommands from '@/domain/links/host-commands';
import { hostInput, lookNowInput } from '@/domain/links/link';
import { linksPath } from '../asked';

const saying = (said: string) => ({ to: `${linksPath}?said=${said}` });

export const addHost = formAction(hostInput, hostCommands.addHost, () => saying('added'));

export const removeHost = formAction(hostInput, hostCommands.removeHost, () => saying('removed'));

export const lookNow = formAction(lookNowInput, hostCommands.lookNow, () => saying('looking'));
