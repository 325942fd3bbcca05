import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { SubjectChoices } from '@/components/articles/drafts/subject-fields';
import { namedUnitOf } from '@/components/articles/subject-unit/unit-words';
import type { ArticleDraft } from '@/domain/articles/draft';
import { listPublishedModelsToTell } from '@/domain/articles/subject-model/subject-model-queries';
import { listPublishedUnitsToTell } from '@/domain/articles/subject-unit/subject-unit-queries';

/** What a story can tell of, as choices: models, and units below the commune or the sub-association that they lie in. */
export async function subjectChoices(article: ArticleDraft): Promise<SubjectChoices | null> {
  if (article.kind !== 'story') return null;
  const { communeIds, subjectModelId, subjectUnitId } = article;
  const [units, kinds, models, offered] = await Promise.all([
    getTranslations('units'),
    getTranslations('coverage.kindName'),
    listPublishedModelsToTell(communeIds, subjectModelId),
    listPublishedUnitsToTell(communeIds, subjectUnitId),
  ]);
  const nameOf = namedUnitOf(units, kinds);
  const groups = new Map<string, { label: string; options: { value: string; label: string }[] }>();
  for (const unit of offered) {
    const { above, commune } = unit;
    const label = above ? `${nameOf({ level: 'sub_association', name: above, kind: null })} · ${commune}` : commune;
    const group = groups.get(label) ?? { label, options: [] };
    group.options.push({ value: unit.id, label: nameOf(unit) });
    groups.set(label, group);
  }
  return { units: [...groups.values()], models: models.map(({ id, name }) => ({ value: id, label: name })) };
}
