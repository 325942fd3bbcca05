'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { DateField, NumberField } from '@/components/ui/forms/form';
import { FormFold } from '@/components/ui/panels/form-fold';
import { topicIcon } from '@/components/ui/topic-icon';
import type { Day } from '@/domain/days/day';
import type { LessonTopic } from '@/domain/peer-lessons/peer-lesson';
import { pairOf, usualMinutes, usualWomen } from '@/domain/peer-lessons/taps';
import { formatTypedDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { TapChoices } from './tap-choices';
import { topicName } from './topic-name';

type Woman = { id: string; name: string };

export type LessonFieldsProps = {
  topics: readonly LessonTopic[];
  /** whom it is likely to be about; without signal nobody */
  near: { pairs: readonly { teacher: Woman; learner: Woman }[]; women: readonly Woman[]; me: Woman | null };
  today: Day;
  /** the buttons that send, by length: a tap on one notes the lesson */
  send: (length: { value: string; words: string; first: boolean }) => ReactNode;
};

/** A lesson in three taps: what it was about, who taught, how long. The last one sends. */
export function LessonFields({ topics, near, today, send }: LessonFieldsProps) {
  const t = useTranslations('peer-lessons.form');
  const locale = useLocale() as Locale;
  return (
    <>
      {/* Return in a field sends by the first button: it must not be one that says how long */}
      <button type="submit" name="minutes" value="other" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <TapChoices
        name="topicId"
        label={t('topic')}
        options={topics.map((topic) => ({
          value: topic.id,
          label: topicName(locale, topic),
          icon: topicIcon(topic.code),
        }))}
      />
      <Who near={near} />
      <div className="field">
        <p className="field-label">{t('minutes')}</p>
        <p className="field-hint">{t('minutesHint')}</p>
        <div className="tap-choices short">
          {usualMinutes.map((count, at) =>
            send({ value: String(count), words: t('minutesOf', { count }), first: at === 0 }),
          )}
        </div>
      </div>
      <FormFold
        part
        summary={t('more')}
        fields={['otherMinutes', 'day']}
        usual={{ day: formatTypedDay(locale, today) }}
      >
        <div className="grid gap-x-4 sm:grid-cols-2">
          <NumberField name="otherMinutes" label={t('other')} maxLength={3} optional />
          <DateField name="day" label={t('day')} defaultValue={today} max={today} />
        </div>
        {send({ value: 'other', words: t('save'), first: false })}
      </FormFold>
    </>
  );
}

function Who({ near }: Pick<LessonFieldsProps, 'near'>) {
  const t = useTranslations('peer-lessons.form');
  const { me } = near;
  const others = near.women.filter(({ id }) => id !== me?.id);
  const options = [
    { value: '', label: t('one') },
    ...(me ? [{ value: me.id, label: t('me') }] : []),
    ...near.pairs.map(({ teacher, learner }) => ({
      value: pairOf(teacher.id, learner.id),
      label: t('pair', { teacher: teacher.name, learner: learner.name }),
    })),
  ];
  return (
    <>
      {options.length > 1 && <TapChoices name="who" label={t('who')} options={options} />}
      <TapChoices
        name="women"
        label={t('women')}
        defaultValue="1"
        short
        options={usualWomen.map((count) => ({ value: String(count), label: String(count) }))}
      />
      <FormFold part summary={t('moreWomen')} fields={['moreWomen', 'learnerIds']}>
        <NumberField name="moreWomen" label={t('moreCount')} maxLength={3} optional />
        {others.length > 0 && (
          <CheckboxGroup
            name="learnerIds[]"
            label={t('learners')}
            hint={t('learnersHint')}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FormFold>
    </>
  );
}
