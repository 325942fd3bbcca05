import { publicForm } from '@/app/forms/public-form';
import { signUpInput } from '@/domain/enrolments/enrolment';
import { signUpForSession } from '@/domain/enrolments/sign-up-commands';
import { localeAsked } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const formOf = (sent: Record<string, string>) => {
  const locale = localeAsked(sent.locale);
  const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(sent.session ?? '') ? sent.session : undefined;
  return slug ? hrefTo(locale, 'signUp', { slug }) : hrefTo(locale, 'trainings');
};

/** Somebody signs up for a session. The answer is the same for a number that is on the list and for one that is not. */
export const POST = publicForm({
  schema: signUpInput,
  run: signUpForSession,
  phones: ({ phone, companionPhone }) => (companionPhone ? [phone, companionPhone] : [phone]),
  back: formOf,
  after: ({ sessionId }, { session, locale }) => ({
    to: `${formOf({ session, locale })}?said=received`,
    seatsOf: sessionId,
  }),
});
