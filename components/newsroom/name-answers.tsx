import { useLocale, useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { DateField } from '@/components/ui/forms/form';
import { consentChannels } from '@/domain/consents/consent';
import { today } from '@/domain/days/day';
import { fieldOf, type NameAsked, namingAnswers } from '@/domain/newsroom/namings/naming';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type NamesProps = { names: readonly NameAsked[] };

/** Names that stand in a text: who lets it out says of each why it may stand there, and looks at those that are a given name alone. */
export const NameAnswers = ({ names }: NamesProps) => (
  <>
    <Answers names={names.filter(({ guess }) => !guess)} />
    <Called names={names.filter(({ guess }) => guess)} />
  </>
);

function Called({ names }: NamesProps) {
  const t = useTranslations('newsroom.called');
  if (names.length === 0) return null;
  return (
    <div className="my-4 border-lotus border-l-4 pl-3">
      <p className="font-semibold">{t('title')}</p>
      <p className="my-1 [overflow-wrap:anywhere]">{names.map(({ name }) => name).join(' · ')}</p>
      <p className="text-ink-2">{t('lead')}</p>
    </div>
  );
}

function Answers({ names }: NamesProps) {
  const t = useTranslations('newsroom.namings');
  const channels = useTranslations('consents.channel');
  const locale = useLocale() as Locale;
  if (names.length === 0) return null;
  return (
    <fieldset className="my-4 border-lotus border-l-4 pl-3">
      <legend className="float-left mb-1 w-full font-semibold">{t('title', { count: names.length })}</legend>
      <p className="clear-both mb-3">{t('lead')}</p>
      {names.map((name) => (
        <div key={name.key} className="mb-4 border-rule border-t pt-3">
          {name.takenBackOn && <p className="mb-2">{t('takenBack', { day: formatDay(locale, name.takenBackOn) })}</p>}
          {name.within && <p className="mb-2">{t('within')}</p>}
          <SelectField
            name={`naming[${fieldOf(name)}]`}
            label={name.name}
            options={(name.takenBackOn ? ['agreed' as const] : namingAnswers).map((answer) => ({
              value: answer,
              label: t(`answers.${answer}`),
            }))}
          />
          <div className="grid gap-x-4 sm:grid-cols-2 2xl:grid-cols-1">
            <SelectField
              name={`channel[${fieldOf(name)}]`}
              label={t('channel')}
              options={consentChannels.map((value) => ({ value, label: channels(value) }))}
              optional
            />
            <DateField name={`agreedOn[${fieldOf(name)}]`} label={t('agreedOn')} max={today()} optional />
          </div>
        </div>
      ))}
    </fieldset>
  );
}
