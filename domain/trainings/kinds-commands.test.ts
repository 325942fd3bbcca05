import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, instantAt, startOf } from '@/domain/days/day';
import { problem } from '@/domain/result';
import { inDays, makeTrainer, makeTrainingStage, sessionFields, versionOf } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { proposeSession } from './commands';
import { decideSession } from './decision-commands';
import { editSession } from './edit-commands';
import { valuesOf } from './plan';
import { findPublishedSession, listPublishedSessions } from './published/published-queries';
import { findSession, listSessions } from './queries';
import { editSessionInput, proposeSessionInput } from './session-inputs';

const stage = await makeTrainingStage();
const { union, official, elsewhere, trainer } = stage;
const province = await makeViewer('province_official', union.province);
const hoa = await makeTrainer(union.trangDai, 'Lê Thị Hoa');

const propose = (viewer: Viewer, over: object) =>
  proposeSession(viewer, proposeSessionInput.parse(sessionFields(stage, over)));
const made = async (viewer: Viewer, over: object) => {
  const result = await propose(viewer, over);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
};
const slips = (over: object) =>
  proposeSessionInput
    .safeParse(sessionFields(stage, over))
    .error?.issues.map(({ path, message }) => [path[0], message]);

describe('times beyond one day', () => {
  test('a session begins at midnight or runs past it, only where its last day is named', async () => {
    const day = inDays(30);
    expect(slips({ from: '23:30', to: '00:30' })).toEqual([['to', 'ends-before-start']]);
    const { id } = await made(official, { day, from: '23:30', to: '00:30', endDay: addDays(day, 1) });
    expect(await findSession(official, id)).toMatchObject({
      startsAt: instantAt(day, '23:30'),
      endsAt: instantAt(addDays(day, 1), '00:30'),
      allDay: false,
    });
    const early = await made(official, { day: inDays(33), from: '00:00', to: '01:00' });
    expect((await findSession(official, early.id))?.startsAt).toEqual(startOf(inDays(33)));
  });

  test('whole days take the hall from the first midnight to the last', async () => {
    const day = inDays(40);
    const fair = { day, endDay: addDays(day, 2), allDay: 'yes', from: '', to: '', approve: 'yes' };
    const { id } = await made(official, fair);
    expect(await findSession(official, id)).toMatchObject({
      allDay: true,
      startsAt: startOf(day),
      endsAt: startOf(addDays(day, 3)),
    });
    expect(await propose(official, { day: addDays(day, 2), from: '22:00', to: '23:00' })).toMatchObject({
      problem: 'hall-taken',
    });
    expect((await propose(official, { day: addDays(day, 3), from: '00:00', to: '01:00' })).ok).toBe(true);
  });

  test('each slip is told at its field', () => {
    const day = inDays(5);
    expect(slips({ endDay: addDays(day, -1) })).toEqual([['endDay', 'ends-before-start']]);
    expect(slips({ endDay: addDays(day, 40) })).toEqual([['endDay', 'too-many-days']]);
    expect(slips({ from: '', to: '' })).toEqual([
      ['from', 'required'],
      ['to', 'required'],
    ]);
    expect(slips({ endDay: day, from: '16:00', to: '14:00' })).toEqual([['to', 'ends-before-start']]);
    expect(slips({ onlineUrl: 'http://meet.example.com/x' })).toEqual([['onlineUrl', 'link-not-https']]);
  });

  test('what the form is drawn with again is what was sent', async () => {
    const day = inDays(50);
    for (const times of [
      { day, from: '23:30', to: '00:30', endDay: addDays(day, 1), allDay: '' },
      { day: addDays(day, 3), from: '', to: '', endDay: '', allDay: 'yes' },
      { day: addDays(day, 5), from: '', to: '', endDay: addDays(day, 6), allDay: 'yes' },
    ]) {
      const session = await findSession(official, (await made(official, times)).id);
      if (!session) throw new Error('not seen');
      const written = { ...session, unitId: session.unit.id, venueId: session.venue?.id ?? null };
      expect(valuesOf(written, [])).toMatchObject(times);
    }
  });
});

describe('online', () => {
  const onlineUrl = 'https://meet.example.com/abc';

  test('the link is for who decides, proposed or teaches, and on no public page', async () => {
    const online = { mode: 'online', venueId: '', onlineUrl, approve: 'yes', day: inDays(60) };
    const { id, slug } = await made(official, { ...online, trainerIds: [trainer.personId] });
    for (const who of [official, trainer, province]) expect((await findSession(who, id))?.onlineUrl).toBe(onlineUrl);
    const head = await makeViewer('sub_association_head', union.khuPho5);
    expect(await findSession(head, id)).toMatchObject({ id, onlineUrl: null });
    const published = await findPublishedSession('vi', slug);
    expect(published?.mode).toBe('online');
    expect(JSON.stringify(published)).not.toContain('meet.example.com');
  });

  test('a session that meets in a hall keeps no link', async () => {
    const { id } = await made(official, { onlineUrl, day: inDays(61) });
    expect((await findSession(official, id))?.onlineUrl).toBeNull();
  });
});

describe('for the whole province', () => {
  const whole = { unitId: union.province.id, mode: 'mixed', seats: '200' };

  test('the province proposes and decides; halls and trainers may be of any commune; everyone sees it then', async () => {
    const { id } = await made(province, { ...whole, day: inDays(70), trainerIds: [trainer.personId, hoa.personId] });
    expect(await findSession(official, id)).toBeNull();
    const decision = { sessionId: id, version: await versionOf(id), decision: 'approve' as const };
    expect(await decideSession(official, decision)).toEqual(problem('not-found'));
    expect((await decideSession(province, decision)).ok).toBe(true);

    for (const who of [official, elsewhere, hoa]) {
      expect(await findSession(who, id)).toMatchObject({ forProvince: true, commune: { name: 'Long Hưng' } });
      expect((await findSession(who, id))?.rights).toEqual({
        approve: false,
        refuse: false,
        edit: false,
        cancel: false,
      });
      expect((await listSessions(who, { when: 'coming' })).sessions.map((each) => each.id)).toContain(id);
    }
    const span = { from: inDays(70), to: inDays(71) };
    for (const communeId of [union.longHung.id, union.trangDai.id]) {
      const { sessions } = await listPublishedSessions('vi', { ...span, communeId });
      expect(sessions.map((each) => each.id)).toEqual([id]);
    }
  });

  test('nobody below proposes for it, and no session goes from a commune to it', async () => {
    for (const who of [official, trainer])
      expect(await propose(who, { ...whole, day: inDays(72) })).toEqual(problem('not-found'));
    const { id } = await made(official, { day: inDays(73) });
    const edit = sessionFields(stage, { ...whole, day: inDays(73), sessionId: id, version: '1' });
    expect(await editSession(province, editSessionInput.parse(edit))).toEqual(problem('other-commune'));
    expect(await editSession(official, editSessionInput.parse(edit))).toEqual(problem('not-found'));
  });
});
