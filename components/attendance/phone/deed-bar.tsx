import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { type Deed, womenOf } from '@/domain/attendance/phone/deeds';
import { HallDialog } from './hall-dialog';

type DeedBarProps = { deeds: readonly Deed[]; note: string | undefined; onUndo: (deed: Deed) => Promise<void> };

/** The last deed in one line, and the one button that undoes it; all earlier ones behind another. */
export function DeedBar({ deeds, note, onUndo }: DeedBarProps) {
  const t = useTranslations('attendance.hall.deeds');
  const [open, setOpen] = useState(false);
  const [last] = deeds;
  if (!last) return null;
  return (
    <>
      <div className="col-span-2 flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <p className="min-w-0 grow basis-40 leading-[1.35]">
          <DeedWords deed={last} />
        </p>
        <Button compact className="min-h-12!" onClick={() => void onUndo(last)}>
          {t('undo')}
        </Button>
        {deeds.length > 1 && (
          <Button compact icon="history" className="min-h-12!" aria-label={t('earlier')} onClick={() => setOpen(true)}>
            {deeds.length}
          </Button>
        )}
      </div>
      {open && (
        <HallDialog title={t('title')} note={note} close={t('close')} onClose={() => setOpen(false)}>
          <ol className="grid gap-3">
            {deeds.map((deed) => (
              <DeedLine
                key={deed.at}
                deed={deed}
                onUndo={() => {
                  setOpen(false);
                  void onUndo(deed);
                }}
              />
            ))}
          </ol>
        </HallDialog>
      )}
    </>
  );
}

function DeedLine({ deed, onUndo }: { deed: Deed; onUndo: () => void }) {
  const t = useTranslations('attendance.hall.deeds');
  return (
    <li className="flex flex-wrap items-center justify-between gap-2.5 border-rule border-t pt-3">
      <div className="min-w-0 grow basis-48">
        <p className="font-semibold">
          <DeedWords deed={deed} />
        </p>
        <Women deed={deed} />
      </div>
      <Button compact className="min-h-12!" onClick={onUndo}>
        {t('undo')}
      </Button>
    </li>
  );
}

function DeedWords({ deed }: { deed: Deed }) {
  const t = useTranslations('attendance.hall');
  const women = womenOf(deed);
  const [first] = women;
  if (deed.kind === 'taps' && women.length === 1 && first) return t(`said.${first.mark}`, { name: first.name });
  return t(`deeds.${deed.kind}`, { count: women.length });
}

/** The women of a deed, where they are not named already. */
function Women({ deed }: { deed: Deed }) {
  const t = useTranslations('attendance.hall.deeds.mark');
  const women = womenOf(deed);
  if (women.length < 2) return null;
  return <p className="text-ink-2 text-sm">{women.map(({ name, mark }) => `${name}: ${t(mark)}`).join(', ')}</p>;
}
