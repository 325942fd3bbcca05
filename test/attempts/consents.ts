import { takeConsent } from '@/domain/consents/consent-commands';
import { listConsents } from '@/domain/consents/consent-queries';
import { erasePerson } from '@/domain/consents/erasure/erasure-commands';
import { exportOwnData } from '@/domain/consents/own-data/own-data-commands';
import { readSensitive, writeSensitive } from '@/domain/consents/sensitive/sensitive-commands';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { makeMember } from '@/test/union';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function consentsAttempts({ union }: AttemptStage): Attempts<'consents' | 'sensitive' | 'own-data'> {
  const member = () => makeMember(union.khuPho5, 'Nguyễn Thị Thử');
  const text = async () => {
    const purpose = 'sensitive_data' as const;
    return (
      (await db.consentText.findFirst({ where: { purpose, locale: 'vi' }, select: { id: true } })) ??
      (await createConsentText(db, purpose))
    );
  };
  const consenting = async () => {
    const [id] = [await member(), await text()];
    await createConsent(db, { id }, 'sensitive_data');
    return id;
  };
  return {
    'consents.see': async (viewer) => (await listConsents(viewer, await member())) !== null,
    'consents.record': async (viewer) => {
      const [personId, { id: textId }] = [await member(), await text()];
      const asked = { personId, textId, purpose: 'sensitive_data', answer: 'given', channel: 'paper' } as const;
      return done(await takeConsent(viewer, { ...asked, day: today() }));
    },
    'sensitive.see': async (viewer) => done(await readSensitive(viewer, await consenting())),
    'sensitive.record': async (viewer) => {
      const field = { personId: await consenting(), field: 'ethnicity', values: ['Hoa'], version: 0 } as const;
      return done(await writeSensitive(viewer, field));
    },
    'own-data.export': async (viewer) => done(await exportOwnData(viewer, await member(), 'json')),
    'own-data.erase': async (viewer) => {
      const personId = await member();
      const input = { personId, version: 1, name: 'Nguyễn Thị Thử', reason: 'asked', askedOn: today() } as const;
      return done(await erasePerson(viewer, input));
    },
  };
}
