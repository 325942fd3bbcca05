import { useTranslations } from 'next-intl';
import { Days } from '@/components/people/days';
import { RecordList } from '@/components/people/record-list';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { today } from '@/domain/days/day';
import type { ModelOfPerson, PartInModel } from '@/domain/digital-models/people/model-people';
import { StatusBadge } from '../status/status-badge';
import { fullPlace } from './host-name';

type ModelsProps = { person: { demo: boolean }; models: readonly ModelOfPerson[] };

const isOver = ({ to }: PartInModel) => to !== null && to <= today();
/** She left it in every way she was in it. */
export const isLeft = ({ parts }: ModelOfPerson) => parts.every(isOver);

/** The digital models she belongs to, on her record, and since when in what way. */
export function ModelsOfPerson({ person, models }: ModelsProps) {
  const t = useTranslations();
  const line = (model: ModelOfPerson) => ({
    key: model.id,
    what: (
      <>
        <Link href={`/admin/digital-models/${model.id}`}>{model.name}</Link>
        {model.demo && !person.demo && <DemoMark />}
      </>
    ),
    days: model.parts.map((part) => (
      <span key={`${part.as} ${part.office} ${part.from}`} className="block">
        <PartWords part={part} />, <Days from={part.from} to={part.to} />
      </span>
    )),
    more: (
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge status={model.status} /> {t(`digital-models.kindShort.${model.kind}`)}
        {model.host && `, ${fullPlace(model.host)}`}
      </span>
    ),
  });
  return (
    <RecordList
      id="models"
      title={t('people.record.models')}
      empty={t('people.record.noModels')}
      lines={models.filter((model) => !isLeft(model)).map(line)}
      former={models.filter(isLeft).map(line)}
    />
  );
}

/** "Chủ nhiệm", "Thành viên", "Cùng hộ gia đình". */
export function PartWords({ part: { as, office } }: { part: PartInModel }) {
  const t = useTranslations();
  return office ? t(`digital-models.office.${office}`) : t(`people.record.part.${as}`);
}
