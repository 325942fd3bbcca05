import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PlainTextField } from '@/components/ui/forms/plain-fields';
import { Link } from '@/components/ui/link';
import { FoldedPart } from '@/components/ui/panels/fold';
import { FilterBar, FilterChips, FilterDate, FilterSelect, FilterText } from '@/components/ui/tables/filter-bar';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { actionGroups } from '@/domain/audit/action-groups';
import { formatDay } from '@/i18n/format';
import { type AskedAudit, addressOf, auditPath, kinds } from './asked';
import type { Narrowed } from './narrowed';

type FilterProps = {
  viewer: Viewer;
  asked: AskedAudit;
  /** its days as the address says them */
  typed: { from?: string | string[] | undefined; to?: string | string[] | undefined };
  narrowed: Narrowed;
  count: number;
};

/** The filters of the trail: whom it is about, where, which action, by whom and when. */
export async function AuditFilters({ viewer, asked, typed, narrowed, count }: FilterProps) {
  const t = await getTranslations('audit');
  const { person, account, unit } = narrowed;
  const chips = [
    { label: person?.name, without: { person: undefined, who: undefined } },
    { label: account?.name, without: { account: undefined, by: undefined } },
    { label: unit?.name, without: { unit: undefined } },
    { label: asked.kind && t(`kinds.${asked.kind}`), without: { kind: undefined } },
    { label: asked.group && t(`groups.${asked.group}`), without: { group: undefined } },
    { label: asked.work && `“${asked.work}”`, without: { work: undefined } },
    {
      label: asked.from && t('filters.since', { day: formatDay(viewer.locale, asked.from) }),
      without: { from: undefined },
    },
    { label: asked.to && t('filters.until', { day: formatDay(viewer.locale, asked.to) }), without: { to: undefined } },
  ];
  const unread = Boolean((typed.from && !asked.from) || (typed.to && !asked.to));
  return (
    <>
      {person ? (
        <FoldedPart summary={t('filters.change')} open={unread} className="no-print mb-2 border-rule border-y py-1">
          <Bar viewer={viewer} asked={asked} typed={typed} narrowed={narrowed} />
        </FoldedPart>
      ) : (
        <Bar viewer={viewer} asked={asked} typed={typed} narrowed={narrowed} />
      )}
      <FilterChips
        as={Link}
        found={t('filters.found', { count })}
        chips={chips.flatMap(({ label, without }) =>
          label ? [{ label, without: addressOf({ ...asked, ...without }) }] : [],
        )}
      />
      <WhoIsMeant asked={asked} narrowed={narrowed} />
    </>
  );
}

/** The fields themselves: before one woman's trail they are folded, so that the answer stands first. */
function Bar({ viewer, asked, typed, narrowed }: Omit<FilterProps, 'count'>) {
  const t = useTranslations('audit');
  const { person, account, place, works } = narrowed;
  return (
    <FilterBar
      action={auditPath}
      label={t('filters.label')}
      more={{
        open: Boolean(asked.account || asked.by || asked.group || typed.from || typed.to),
        fields: <MoreFields asked={asked} typed={typed} />,
      }}
    >
      {person && <input type="hidden" name="person" value={person.id} />}
      {account && <input type="hidden" name="account" value={account.id} />}
      {!person && mayAnywhere(viewer, 'people.see') && (
        <FilterText name="who" label={t('filters.person')} value={asked.who} placeholder={t('filters.personHint')} />
      )}
      <UnitFilter name="unit" label={t('filters.unit')} question={place} />
      <FilterSelect
        name="kind"
        label={t('filters.kind')}
        value={asked.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <PlainTextField
        id="filter-work"
        name="work"
        type="search"
        label={t('filters.work')}
        defaultValue={asked.work}
        placeholder={t('filters.workHint')}
        list="works"
      />
      <datalist id="works">
        {works.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
    </FilterBar>
  );
}

/** Fields that are asked for less often: a group of actions, whose deeds, and from when to when. */
function MoreFields({ asked, typed }: Pick<FilterProps, 'asked' | 'typed'>) {
  const t = useTranslations('audit');
  return (
    <>
      <FilterSelect
        name="group"
        label={t('filters.group')}
        value={asked.group}
        options={actionGroups.map((group) => ({ value: group, label: t(`groups.${group}`) }))}
      />
      <FilterText name="by" label={t('filters.account')} value={asked.by} placeholder={t('filters.accountHint')} />
      <FilterDate name="from" label={t('filters.from')} typed={typed.from} day={asked.from} />
      <FilterDate name="to" label={t('filters.to')} typed={typed.to} day={asked.to} />
    </>
  );
}

/** The choice among several people with these words in their name; that there is nobody is said. */
async function WhoIsMeant({ asked, narrowed }: { asked: AskedAudit; narrowed: Narrowed }) {
  const t = await getTranslations('audit.filters');
  return narrowed.sought.map(({ words, key, fits }) => (
    <section key={key} className="my-4">
      <p className="font-semibold">{t(fits.length > 0 ? 'which' : 'nobody', { words })}</p>
      <ul className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {fits.map(({ id, name, detail }) => (
          <li key={id}>
            <Link
              href={addressOf({ ...asked, who: undefined, by: undefined, [key]: id })}
              className="inline-flex min-h-11 items-center gap-2"
            >
              {name}
            </Link>{' '}
            <small className="text-ink-2">{detail}</small>
          </li>
        ))}
      </ul>
    </section>
  ));
}
