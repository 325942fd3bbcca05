import { publicForm } from '@/app/forms/public-form';
import { topicWaitInput } from '@/domain/enrolments/topic-waits/topic-wait';
import { waitForTopic } from '@/domain/enrolments/topic-waits/topic-wait-commands';
import { localeAsked } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const pageOf = ({ locale = '' }: Record<string, string>) => hrefTo(localeAsked(locale), 'topicWait');

/** Somebody waits for a class on a topic. */
export const POST = publicForm({
  schema: topicWaitInput,
  run: waitForTopic,
  phones: ({ phone }) => [phone],
  back: pageOf,
  after: (_, { locale }) => ({ to: `${pageOf({ locale })}?said=noted` }),
});
