import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Tap, WalkIn } from '@/domain/attendance/delivery';
import type { Hall } from '@/domain/attendance/hall';
import { type Mark, marks, type SaidMark, shownMarkOf, tallyOf } from '@/domain/attendance/mark';
import { byGroup, matches, type RollGroup, type RollLine, rollOf } from '@/domain/attendance/roster/roll';
import type { Roster } from '@/domain/attendance/roster/roster';
import { DeedBar } from './deed-bar';
import { NameTile } from './name-tile';
import { ScanDialog } from './scan-dialog';
import { useDeeds } from './use-deeds';
import { WalkInDialog } from './walk-in-dialog';

type RollCallProps = { hall: Hall; roster: Roster; taps: readonly Tap[]; signal: boolean };

/** What opens over the list. */
type DialogName = 'walk-in' | 'scan';

/** Taking attendance: by tapping, by looking for a name, or by scanning a ticket. */
export function RollCall({ hall, roster, taps, signal }: RollCallProps) {
  const t = useTranslations('attendance.hall');
  const [typed, setTyped] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const lines = rollOf(roster, taps);
  const { deeds, told, say, sayAll, undo } = useDeeds(hall, roster.id, lines);
  const note = taps.length > 0 ? t('unsent', { count: taps.length }) : undefined;
  const shown = lines.filter((line) => matches(line, typed) && (!onlyOpen || shownMarkOf(line) === 'unmarked'));
  const addWalkIn = async (id: string, walkIn: WalkIn) => {
    const kept = await say({ id, name: walkIn.name, mark: null, conflict: false }, 'present', walkIn);
    if (kept) setDialog(null);
    return kept;
  };
  return (
    <>
      <main className="flex-1 pb-6">
        <Counts lines={lines} />
        <Search typed={typed} onlyOpen={onlyOpen} onType={setTyped} onOnlyOpen={setOnlyOpen} />
        <p role="status" className="sr-only">
          {told}
        </p>
        {shown.length === 0 && <p className="px-4 py-2">{t(lines.length === 0 ? 'empty' : 'notFound')}</p>}
        <Groups lines={shown} register={signal ? registerAt(roster) : null} onSay={say} onAll={sayAll} />
      </main>
      <Foot onOpen={setDialog}>
        <DeedBar deeds={deeds} note={note} onUndo={undo} />
      </Foot>
      {dialog === 'walk-in' && (
        <WalkInDialog
          lines={lines}
          units={roster.units}
          note={note}
          onClose={() => setDialog(null)}
          onAdd={addWalkIn}
        />
      )}
      {dialog === 'scan' && (
        <ScanDialog
          lines={lines}
          note={note}
          onClose={() => setDialog(null)}
          onFound={(line) => say(line, 'present')}
        />
      )}
    </>
  );
}

/** The bar that stays in sight: the last deeds, and the ways to a woman who is not on the list or shows her ticket. */
function Foot({ children, onOpen }: { children: ReactNode; onOpen: (dialog: DialogName) => void }) {
  const t = useTranslations('attendance.hall');
  return (
    <div className="sticky bottom-0 grid grid-cols-2 gap-2.5 border-ink border-t-2 bg-card px-4 pt-2.5 pb-3">
      {children}
      <Button icon="plus" className="px-2!" onClick={() => onOpen('walk-in')}>
        {t('walkIn.open')}
      </Button>
      <Button icon="qr-code" variant="primary" className="px-2!" onClick={() => onOpen('scan')}>
        {t('scan.open')}
      </Button>
    </div>
  );
}

type SearchProps = {
  typed: string;
  onlyOpen: boolean;
  onType: (typed: string) => void;
  onOnlyOpen: (onlyOpen: boolean) => void;
};

/** A name to look for, and a button that leaves those who are not marked yet. */
function Search({ typed, onlyOpen, onType, onOnlyOpen }: SearchProps) {
  const t = useTranslations('attendance.hall');
  return (
    <div className="grid grid-cols-[1fr_auto] gap-2.5 px-4 pb-3">
      <input
        type="search"
        className="control"
        value={typed}
        onChange={(event) => onType(event.target.value)}
        placeholder={t('search')}
        aria-label={t('search')}
      />
      <button
        type="button"
        className="button secondary px-3.5! aria-pressed:bg-ink aria-pressed:text-card"
        aria-pressed={onlyOpen}
        onClick={() => onOnlyOpen(!onlyOpen)}
      >
        {t('unmarked')}
      </button>
    </div>
  );
}

function Counts({ lines }: { lines: readonly RollLine[] }) {
  const t = useTranslations('attendance.hall');
  const tally = tallyOf(lines);
  const figures: [name: Mark | 'conflict' | 'unmarked', count: number][] = [
    ...marks.map((mark) => [mark, tally[mark]] as [Mark, number]),
    ...(tally.conflict > 0 ? [['conflict', tally.conflict] as ['conflict', number]] : []),
    ['unmarked', tally.unmarked],
  ];
  return (
    <dl className="flex px-3 pt-3.5 pb-3 text-center text-sm leading-tight [&>div+div]:border-rule [&>div+div]:border-l">
      {figures.map(([name, count]) => (
        <div key={name} className="flex flex-auto flex-col-reverse px-1">
          <dt>{t(`count.${name}`)}</dt>
          <dd
            className={`font-[800] font-serif text-[1.9rem] leading-[1.1] ${name === 'unmarked' || name === 'conflict' ? 'text-basalt' : ''}`}
          >
            {count}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The address where contradictions are settled: a page of the portal, which needs signal. */
const registerAt = ({ id }: Roster) => `/admin/trainings/${id}/attendance`;

type GroupProps = {
  group: RollGroup;
  /** without signal contradictions are settled later */
  register: string | null;
  onSay: (line: RollLine, mark: SaidMark) => Promise<boolean>;
  onAll: (lines: readonly RollLine[], mark: SaidMark) => Promise<void>;
};

const Groups = ({ lines, ...rest }: Omit<GroupProps, 'group'> & { lines: readonly RollLine[] }) =>
  byGroup(lines).map((group) => <Group key={group.name} group={group} {...rest} />);

function Group({ group, register, onSay, onAll }: GroupProps) {
  const t = useTranslations('attendance.hall');
  const open = group.lines.filter((line) => shownMarkOf(line) === 'unmarked');
  const name = group.name ?? t('noGroup');
  return (
    <section className="px-4 pb-4">
      <div className="flex min-h-[52px] flex-wrap items-center justify-between gap-2 pb-2">
        <h2>
          {name}{' '}
          <span className="font-normal font-sans text-ink-2 text-sm">{t('women', { count: group.lines.length })}</span>
        </h2>
        {open.length > 1 && (
          <Button compact className="min-h-12!" onClick={() => void onAll(open, 'present')}>
            {t(open.length === group.lines.length ? 'allPresent' : 'restPresent')}
            <span className="sr-only"> {name}</span>
          </Button>
        )}
      </div>
      <div className="grid gap-2.5 md:grid-cols-2">
        {group.lines.map((line) => (
          <NameTile key={line.id} line={line} register={register} onSay={(mark) => void onSay(line, mark)} />
        ))}
      </div>
    </section>
  );
}
