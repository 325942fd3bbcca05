'use server';

import { formAction } from '@/app/forms/form-action';
import { absolute } from '@/app/metadata';
import { endFeedInput, makeFeedInput } from '@/domain/calendar/feed';
import * as feedCommands from '@/domain/calendar/feed-commands';
import { hrefTo } from '@/i18n/routes';

export const makeFeed = formAction(makeFeedInput, feedCommands.makeFeed, ({ secret }) => ({
  said: { address: absolute(hrefTo('vi', 'personalCalendar', { slug: secret })) },
}));

export const endFeed = formAction(endFeedInput, feedCommands.endFeed, () => ({
  to: '/admin/trainings/calendars?said=ended',
}));
