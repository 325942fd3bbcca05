'use server';

import { formAction } from '@/app/forms/form-action';
import { absolute } from '@/app/metadata';
import { endFeedInput, makeFeedInput } from '@/domain/calendar/feed';
import * as feeds from '@/domain/calendar/feed-commands';
import { hrefTo } from '@/i18n/routes';

export const makeFeed = formAction(makeFeedInput, feeds.makeFeed, ({ secret }) => ({
  said: { address: absolute(hrefTo('vi', 'personalCalendar', { slug: secret })) },
}));

export const endFeed = formAction(endFeedInput, feeds.endFeed, () => ({ to: '/admin/trainings/calendars?said=ended' }));
