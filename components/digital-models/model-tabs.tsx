import { useTranslations } from 'next-intl';
import { partsOfRecord, Tabs } from '@/components/ui/tables/tabs';
import { keepsMembers, type ModelKind } from '@/domain/digital-models/digital-model';

const tabs = ['record', 'board', 'members', 'households', 'criteria', 'practice'] as const;
export type ModelTab = (typeof tabs)[number];

/** Which pages the record of a kind has: households are of families, a practice is a club's. */
const has = (kind: ModelKind, tab: ModelTab) =>
  tab === 'households'
    ? kind === 'digital_family'
    : tab === 'practice'
      ? kind === 'digital_womens_club'
      : tab !== 'members' || keepsMembers(kind);

/** The pages of one model's record. */
export function ModelTabs({ model, current }: { model: { id: string; kind: ModelKind }; current: ModelTab }) {
  const t = useTranslations('digital-models.tabs');
  const names = tabs.filter((tab) => has(model.kind, tab));
  return (
    <Tabs
      label={t('label')}
      tabs={partsOfRecord(`/admin/digital-models/${model.id}`, names)}
      current={current}
      word={t}
    />
  );
}
