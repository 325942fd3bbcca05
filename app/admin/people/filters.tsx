import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { FilterBar, FilterChips, FilterSelect, FilterText } from '@/components/ui/filter-bar';
import type { Viewer } from '@/domain/access/viewer';
import { networkKinds, officeTitles } from '@/domain/people/person';
import { listPublishedSkills } from '@/domain/trainings/skill-queries';
import { findUnit, listUnits } from '@/domain/units/queries';
import { type AskedPeople, addressOf, kinds, peoplePath } from './asked';

type FilterProps = { viewer: Viewer; asked: AskedPeople; found: string };

/** What the register is narrowed by, and how many that leaves. */
export async function PeopleFilters({ viewer, asked, found }: FilterProps) {
  const [t, skills, units] = await Promise.all([
    getTranslations('people'),
    listPublishedSkills(),
    unitChoices(viewer, asked.unitId),
  ]);
  const nameOf = (skill: { nameVi: string; nameEn: string }) => (viewer.locale === 'vi' ? skill.nameVi : skill.nameEn);
  const skill = skills.find(({ id }) => id === asked.skillId);
  const chips = [
    { label: asked.q && `“${asked.q}”`, without: { q: undefined } },
    { label: units.find(({ id }) => id === asked.unitId)?.name, without: { unitId: undefined } },
    {
      label: asked.kind && (asked.kind === 'left' ? t('list.left') : t(`kind.${asked.kind}`)),
      without: { kind: undefined },
    },
    { label: asked.title && t(`office.${asked.title}`), without: { title: undefined } },
    { label: asked.network && t(`network.${asked.network}`), without: { network: undefined } },
    { label: skill && nameOf(skill), without: { skillId: undefined } },
  ];
  return (
    <>
      <FilterBar
        action={peoplePath}
        label={t('list.label')}
        more={{
          open: Boolean(asked.title || asked.network || asked.skillId),
          fields: (
            <>
              <FilterSelect
                name="office"
                label={t('list.office')}
                value={asked.title}
                options={officeTitles.map((title) => ({ value: title, label: t(`office.${title}`) }))}
              />
              <FilterSelect
                name="network"
                label={t('list.network')}
                value={asked.network}
                options={networkKinds.map((kind) => ({ value: kind, label: t(`network.${kind}`) }))}
              />
              <FilterSelect
                name="skill"
                label={t('list.skill')}
                value={asked.skillId}
                options={skills.map((each) => ({ value: each.id, label: nameOf(each) }))}
              />
            </>
          ),
        }}
      >
        <FilterText name="q" label={t('list.q')} value={asked.q} placeholder={t('list.placeholder')} />
        {units.length > 1 && (
          <FilterSelect
            name="unit"
            label={t('list.unit')}
            value={asked.unitId}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FilterSelect
          name="kind"
          label={t('list.kind')}
          value={asked.kind}
          options={kinds.map((kind) => ({ value: kind, label: kind === 'left' ? t('list.left') : t(`kind.${kind}`) }))}
        />
      </FilterBar>
      <FilterChips
        as={Link}
        found={found}
        chips={chips.flatMap(({ label, without }) =>
          label ? [{ label, without: addressOf({ ...asked, ...without }) }] : [],
        )}
      />
    </>
  );
}

/** Communes for who reaches several; for who works in one, its sub-associations; for a head, her groups. And the unit asked for. */
async function unitChoices(viewer: Viewer, unitId: string | undefined): Promise<{ id: string; name: string }[]> {
  const permission = 'people.see' as const;
  const [communes, asked] = await Promise.all([
    listUnits(viewer, { permission, levels: ['commune'] }),
    unitId ? findUnit(viewer, unitId, permission) : null,
  ]);
  const subs = communes.length === 1 ? await listUnits(viewer, { permission, levels: ['sub_association'] }) : [];
  const choices = communes.length > 1 ? communes : subs;
  const all =
    choices.length > 0 ? choices : await listUnits(viewer, { permission, levels: ['sub_association', 'group'] });
  return asked && !all.some(({ id }) => id === asked.id) ? [asked, ...all] : all;
}
