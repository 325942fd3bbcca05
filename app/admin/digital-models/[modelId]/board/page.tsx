import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { DatedTable } from '@/components/digital-models/dated-table';
import { AppointForm } from '@/components/digital-models/people/appoint-form';
import { CandidateSearch } from '@/components/digital-models/people/candidate-search';
import { EndForm } from '@/components/digital-models/status/end-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panels/panel';
import { today } from '@/domain/days/day';
import { boardOffices } from '@/domain/digital-models/digital-model';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import type { Seat } from '@/domain/digital-models/people/model-people';
import { listCandidates, listSeats } from '@/domain/digital-models/people/people-queries';
import { requireViewer } from '@/server/sign-in/session';
import { modelsPath } from '../../asked';
import { loadModel } from '../load';
import { ModelPage, modelPageTitle } from '../model-page';
import { appointToBoard, endBoardSeat } from './actions';

type Props = PageProps<'/admin/digital-models/[modelId]/board'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return modelPageTitle(await loadModel((await params).modelId), 'board');
}

export default async function BoardPage({ params, searchParams }: Props) {
  const [{ modelId }, query, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const model = await loadModel(modelId);
  const [t, seats] = await Promise.all([getTranslations('digital-models'), listSeats(viewer, model.id)]);
  const sitting = (seat: Seat) => seat.to === null || seat.to > today();
  const board = seats
    .filter(sitting)
    .sort((one, other) => boardOffices.indexOf(one.office) - boardOffices.indexOf(other.office));
  const former = seats.filter((seat) => !sitting(seat));
  const path = `${modelsPath}/${model.id}/board`;
  const ending = model.may.keepPeople ? board.find(({ id }) => id === query.end) : undefined;
  return (
    <LivePage>
      <ModelPage model={model} tab="board" said={query.said}>
        {ending && (
          <EndForm
            action={endBoardSeat}
            modelId={model.id}
            rowId={ending.id}
            title={t('board.endTitle', { name: ending.name ?? t('record.erased') })}
            from={ending.from}
            today={today()}
            back={path}
          />
        )}
        <div className="grid items-start gap-8 2xl:grid-cols-[minmax(0,1fr)_384px]">
          <div className="min-w-0">
            {board.length > 0 ? (
              <DatedTable caption={t('record.board')} rows={board} endPath={model.may.keepPeople ? path : undefined} />
            ) : (
              <EmptyState icon="people" title={t('record.noBoard')} />
            )}
            {former.length > 0 && (
              <section className="mt-10">
                <h2 className="mb-3">{t('board.former')}</h2>
                <DatedTable caption={t('board.former')} rows={former} />
              </section>
            )}
          </div>
          {model.may.keepPeople && model.status !== 'ended' && (
            <Appoint model={model} board={board} q={oneOf(query.q)} path={path} />
          )}
        </div>
      </ModelPage>
    </LivePage>
  );
}

type AppointProps = { model: ModelRecord; board: Seat[]; q: string | undefined; path: string };

async function Appoint({ model, board, q, path }: AppointProps) {
  const viewer = await requireViewer();
  const [t, { candidates, next }] = await Promise.all([
    getTranslations('digital-models'),
    listCandidates(viewer, { modelId: model.id, area: model.area, without: 'board', q }),
  ]);
  const office = boardOffices.find((each) => board.every((seat) => seat.office !== each)) ?? 'member';
  return (
    <Panel title={t('board.title')} grid>
      <CandidateSearch action={path} q={q} />
      {next && <p className="mb-4 text-ink-2">{t('people.more')}</p>}
      {candidates.length > 0 ? (
        <AppointForm action={appointToBoard} model={model} candidates={candidates} office={office} today={today()} />
      ) : (
        <p className="text-ink-2">{t('people.nobody')}</p>
      )}
    </Panel>
  );
}
