import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { type RollLine, readTicket } from '@/domain/attendance/roster/roll';
import { HallDialog } from './hall-dialog';
import { makeTicketReader } from './ticket-reader';

type ScanDialogProps = {
  lines: readonly RollLine[];
  note: string | undefined;
  onFound: (line: RollLine) => Promise<boolean>;
  onClose: () => void;
};

/** Looks are taken this often. */
const LOOK_MS = 250;
/** The same ticket held to the camera is one ticket. */
const SAME_MS = 4_000;

type Answer = { kind: 'found' | 'again' | 'unknown' | 'full'; name: string };

/** The camera at the door: a ticket that is read is a woman who is present. It goes on until it is closed. */
export function ScanDialog({ lines, note, onFound, onClose }: ScanDialogProps) {
  const t = useTranslations('attendance.hall.scan');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const seen = useRef({ code: '', at: 0 });
  const now = useRef({ lines, onFound });
  now.current = { lines, onFound };

  const read = async (code: string) => {
    if (code === seen.current.code && Date.now() - seen.current.at < SAME_MS) return;
    seen.current = { code, at: Date.now() };
    const reading = await readTicket(code, now.current.lines);
    if (reading.kind === 'unknown') return setAnswer({ kind: 'unknown', name: '' });
    const { kind, line } = reading;
    const kept = kind === 'again' || (await now.current.onFound(line));
    setAnswer({ kind: kept ? kind : 'full', name: line.name });
  };
  const { video, problem } = useCamera(read);
  return (
    <HallDialog title={t('title')} note={note} close={t('close')} onClose={onClose}>
      {problem ? (
        <p role="alert" className="font-semibold text-basalt">
          {t(`problem.${problem}`)}
        </p>
      ) : (
        <video ref={video} className="aspect-square w-full rounded-tile bg-ink object-cover" muted playsInline />
      )}
      <p
        role="status"
        className={`min-h-14 pt-3 text-[1.25rem] ${answer && !/found|again/.test(answer.kind) ? 'text-basalt' : ''}`}
      >
        {answer ? t(`answer.${answer.kind}`, { name: answer.name }) : !problem && t('hint')}
      </p>
    </HallDialog>
  );
}

type Problem = 'no-camera' | 'no-reader';

function useCamera(read: (code: string) => Promise<void>) {
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer = 0;
    let left = false;
    const look = async (codes: (picture: HTMLVideoElement) => Promise<string[]>) => {
      const picture = video.current;
      if (picture && picture.readyState >= picture.HAVE_CURRENT_DATA)
        for (const code of await codes(picture).catch(() => [])) await latest.current(code);
      if (!left) timer = window.setTimeout(() => void look(codes), LOOK_MS);
    };
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (left || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      const codes = await makeTicketReader().catch(() => null);
      if (!codes) return setProblem('no-reader');
      await look(codes);
    };
    const stop = () => {
      left = true;
      window.clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    start().catch(() => !left && setProblem('no-camera'));
    return stop;
  }, []);
  return { video, problem };
}
