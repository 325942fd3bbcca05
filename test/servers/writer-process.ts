import type { Viewer } from '@/domain/access/viewer';
import { deliveryInput } from '@/domain/attendance/delivery';
import { deliverAttendance } from '@/domain/attendance/delivery-commands';
import { signUpInput } from '@/domain/enrolments/enrolment';
import { signUpForSession } from '@/domain/enrolments/sign-up-commands';
import { db } from '@/prisma/client';
import { makePhone } from '@/test/stages/attendance';
import { makeEnrolmentStage } from '@/test/stages/enrolments';

/*
 * One of the portal's processes as it writes: women who sign up, and phones at the door that tell of others. It takes tasks from whoever began
 * it and says of each when its command has answered, so that it can be killed at any moment (scripts/drill).
 */

/** Women a session is for: those who come later wait. */
const SEATS = 100;

type Stage = { viewer: Viewer; deviceId: string; consentText: string; sessions: { id: string; slug: string }[] };
/** One write; the same number means the same write, however often it is sent. */
type Task = { number: number; id: string };

async function makeStage(sessions: number): Promise<Stage> {
  const stage = await makeEnrolmentStage();
  const made = [];
  for (let no = 0; no < sessions; no++) made.push(await stage.openSession(SEATS));
  const { deviceId } = await makePhone(stage.official, ...made.slice(0, 20).map(({ id }) => id));
  return { viewer: stage.official, deviceId, consentText: stage.consentText, sessions: made };
}

/** Numbers of women in order, none of which belongs to anybody. */
const phoneOf = ({ number }: Task) => `09${String(10_000_000 + number)}`;

async function signUp({ sessions, consentText }: Stage, task: Task): Promise<boolean> {
  const { slug = '' } = sessions[task.number % sessions.length] ?? {};
  const form = { session: slug, locale: 'vi', name: 'Cô Sáu', phone: phoneOf(task), consent: 'yes', consentText };
  return (await signUpForSession(signUpInput.parse(form))).ok;
}

async function deliver({ sessions, viewer, deviceId }: Stage, task: Task): Promise<boolean> {
  const now = Date.now();
  const { id: sessionId = '' } = sessions[task.number % sessions.length] ?? {};
  const walkIn = { name: 'Cô Bảy', phone: phoneOf(task) };
  const tap = { sequence: task.number, sessionId, enrolmentId: task.id, mark: 'present', markedAt: now, walkIn };
  const result = await deliverAttendance(viewer, deliveryInput.parse({ deviceId, clock: now, taps: [tap] }));
  return result.ok && result.value.safe.includes(task.number);
}

let stage: Stage | undefined;

async function take(task: Task): Promise<void> {
  if (!stage) throw new Error('nothing to write to');
  const done = await (task.number % 2 === 0 ? signUp(stage, task) : deliver(stage, task)).catch(() => false);
  process.send?.({ number: task.number, done });
}

process.on('message', async (message: { make?: number; stage?: Stage; task?: Task }) => {
  if (message.make !== undefined) process.send?.({ stage: await makeStage(message.make) });
  if (message.stage) stage = message.stage;
  if (message.task) await take(message.task);
});
process.on('disconnect', () => db.$disconnect().finally(() => process.exit(0)));
process.send?.({ ready: true });
