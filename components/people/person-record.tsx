import { useLocale, useTranslations } from 'next-intl';
import { ModelsOfPerson } from '@/components/digital-models/people/models-of-person';
import { ComingOfPersonList } from '@/components/enrolments/coming-of-person';
import { Words } from '@/components/layout/words';
import { PairsOfPerson } from '@/components/pairs/pairs-of-person';
import { DefinitionList } from '@/components/ui/definition-list';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { PersonRecord } from '@/domain/people/record';
import type { KnownSkill } from '@/domain/people/skills/skill';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { Days } from './days';
import { languageWord } from './language-word';
import type { AroundPerson } from './person-summary';
import { PhoneForm } from './phone-form';
import { RecordList } from './record-list';

type PersonRecordProps = {
  person: PersonRecord;
  skills: readonly KnownSkill[];
  around: AroundPerson;
  seePhone: FormAction;
};

/** The record of a person, on one page. */
export function PersonRecordView({ person, skills, around, seePhone }: PersonRecordProps) {
  return (
    <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-2">
      <div className="grid gap-8">
        <Facts person={person} seePhone={seePhone} />
        <PairsOfPerson person={person} pairs={around.pairs} />
        <ModelsOfPerson person={person} models={around.models} />
        <ComingOfPersonList person={person} sessions={around.sessions} />
      </div>
      <div className="grid gap-8">
        <Memberships person={person} />
        <Offices person={person} />
        <Networks person={person} />
        <Skills person={person} skills={skills} />
      </div>
    </div>
  );
}

function Facts({ person, seePhone }: { person: PersonRecord; seePhone: FormAction }) {
  const t = useTranslations('people');
  const { id, birthYear, phone, address, languages, keeper, may } = person;
  const none = t('record.none');
  const number =
    phone && may.seePhone ? (
      <Words of={['people.phone']}>
        <PhoneForm action={seePhone} personId={id} masked={phone} label={t('phone.see')} />
      </Words>
    ) : (
      (phone ?? none)
    );
  const [all, locale] = [useTranslations(), useLocale() as Locale];
  const spoken = languages.map((code) => languageWord(all, locale, code));
  return (
    <DefinitionList
      entries={[
        { term: t('record.birthYear'), value: birthYear ?? none },
        { term: t('record.phone'), value: number },
        ...(may.seePhone || address ? [{ term: t('record.address'), value: address ?? none }] : []),
        { term: t('record.languages'), value: spoken.join(', ') || none },
        { term: t('record.keeper'), value: keeper.name },
      ]}
    />
  );
}

function Memberships({ person: { id, memberships, may } }: { person: PersonRecord }) {
  const t = useTranslations('people');
  const changes = may.record || memberships.some((each) => each.may.end);
  return (
    <RecordList
      id="memberships"
      title={t('record.memberships')}
      change={changes ? `/admin/people/${id}/memberships` : undefined}
      empty={t('record.noMemberships')}
      lines={memberships.map(({ id: key, kind, unitName, within, from, to, endReason }) => ({
        key,
        what: [unitName, within].filter(Boolean).join(', '),
        days: (
          <>
            {t(`kind.${kind}`)}, <Days from={from} to={to} />
          </>
        ),
        more: endReason && t('record.why', { reason: endReason === 'died' ? t('record.died') : endReason }),
      }))}
    />
  );
}

function Offices({ person: { id, offices, may } }: { person: PersonRecord }) {
  const t = useTranslations('people');
  return (
    <RecordList
      id="offices"
      title={t('record.offices')}
      change={may.appoint ? `/admin/people/${id}/offices` : undefined}
      empty={t('record.noOffices')}
      lines={offices.map(({ id: key, title, unitName, term, from, to }) => ({
        key,
        what: t('record.at', { what: t(`office.${title}`), unit: unitName }),
        days: <Days from={from} to={to} />,
        more: term,
      }))}
    />
  );
}

function Networks({ person: { id, networks, may } }: { person: PersonRecord }) {
  const t = useTranslations('people');
  return (
    <RecordList
      id="networks"
      title={t('record.networks')}
      change={may.networks ? `/admin/people/${id}/networks` : undefined}
      empty={t('record.noNetworks')}
      lines={networks.map(({ id: key, kind, name, from, to }) => ({
        key,
        what: name,
        days: <Days from={from} to={to} />,
        more: t(`network.${kind}`),
      }))}
    />
  );
}

function Skills({ person: { id, may }, skills }: { person: PersonRecord; skills: readonly KnownSkill[] }) {
  const t = useTranslations('people');
  const locale = useLocale() as Locale;
  return (
    <RecordList
      id="skills"
      title={t('record.skills')}
      change={may.record ? `/admin/people/${id}/skills` : undefined}
      empty={t('record.noSkills')}
      lines={skills.map(({ skillId, nameVi, nameEn, level, on, source }) => ({
        key: `${skillId} ${source} ${on} ${level}`,
        what: locale === 'vi' ? nameVi : nameEn,
        days: (
          <span className="text-ink-2 text-sm">
            {t('record.onDay', {
              level: t(`level.${level}`),
              source: t(`source.${source}`),
              day: formatDay(locale, on),
            })}
          </span>
        ),
      }))}
    />
  );
}
