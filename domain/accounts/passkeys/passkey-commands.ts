import 'server-only';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { env } from '@/domain/ground/env';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { tellOfFactor } from '../second-factors/factor-mail-writes';
import { beginWithFactor, lockFactors } from '../second-factors/factor-writes';
import type { InSession, Passed } from '../second-factors/second-factor';
import { completeSignIn, lockOwing } from '../second-factors/step-writes';
import { putChallenge, takeChallenge } from './challenge-writes';
import { type MadePasskey, PASSKEYS_MAX, portalOf, type UsedPasskey } from './passkey';

const PORTAL_NAME = 'Phụ nữ số Đồng Nai';
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));

const passkeysOf = (tx: Transaction, accountId: string) =>
  tx.secondFactor.findMany({
    where: { accountId, kind: 'passkey' },
    select: { credentialId: true },
    take: PASSKEYS_MAX,
  });
const named = (rows: { credentialId: Uint8Array | null }[]) =>
  rows.flatMap(({ credentialId }) => (credentialId ? [{ id: base64url(credentialId) }] : []));

/** What a browser needs to make a passkey for her; the challenge waits in this session for ten minutes. */
export const startPasskey = (
  viewer: Pick<Viewer, 'accountId' | 'displayName'> & InSession,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON, 'too-many'>> =>
  transaction(async (tx) => {
    const there = await passkeysOf(tx, viewer.accountId);
    if (there.length >= PASSKEYS_MAX) return problem('too-many');
    const options = await generateRegistrationOptions({
      rpName: PORTAL_NAME,
      rpID: portalOf(env.PORTAL_URL).rpID,
      userName: viewer.displayName,
      userID: new TextEncoder().encode(viewer.accountId),
      attestationType: 'none',
      excludeCredentials: named(there),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
    await putChallenge(tx, viewer.sessionId, options.challenge);
    return ok(options);
  });

export type PasskeyProblem = 'passkey-failed' | 'set-up-over' | 'too-many';

/** Keeps the passkey that her browser made for this challenge, under the name that she gives it. */
export const addPasskey = (
  viewer: Pick<Viewer, 'accountId'> & InSession,
  { name, made }: MadePasskey,
): Promise<Result<null, PasskeyProblem>> =>
  transaction(async (tx) => {
    const { accountId, sessionId } = viewer;
    await lockFactors(tx, accountId);
    const challenge = await takeChallenge(tx, sessionId);
    if (!challenge) return problem('set-up-over');
    if ((await passkeysOf(tx, accountId)).length >= PASSKEYS_MAX) return problem('too-many');
    const { rpID, origin } = portalOf(env.PORTAL_URL);
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: made as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    }).catch(() => ({ verified: false as const, registrationInfo: undefined }));
    if (!verified || !registrationInfo) return problem('passkey-failed');
    const { id, publicKey, counter } = registrationInfo.credential;
    const credentialId = bytesOf(id);
    if (await tx.secondFactor.findUnique({ where: { credentialId }, select: { id: true } }))
      return problem('passkey-failed');
    await tx.secondFactor.create({
      data: {
        accountId,
        kind: 'passkey',
        label: name,
        secret: new Uint8Array(publicKey),
        credentialId,
        lastStep: counter,
      },
      select: { id: true },
    });
    await beginWithFactor(tx, viewer, new Date());
    await record(tx, viewer, {
      verb: 'created',
      action: 'addPasskey',
      subjectType: 'account',
      subjectId: accountId,
    });
    await tellOfFactor(tx, accountId, { what: 'passkey-added' });
    return ok(null);
  });

/** What a browser needs to use one of her passkeys for the second step; null where the session owes none. */
export const startPasskeyStep = (token: string): Promise<Result<PublicKeyCredentialRequestOptionsJSON, 'step-over'>> =>
  transaction(async (tx) => {
    const session = await lockOwing(tx, token);
    if (!session) return problem('step-over');
    const options = await generateAuthenticationOptions({
      rpID: portalOf(env.PORTAL_URL).rpID,
      allowCredentials: named(await passkeysOf(tx, session.accountId)),
      userVerification: 'required',
    });
    await putChallenge(tx, session.id, options.challenge);
    return ok(options);
  });

type PasskeyStep = UsedPasskey & { token: string; agent: string | null };
type Kept = { id: string; credentialId: Uint8Array; publicKey: Uint8Array<ArrayBuffer>; counter: bigint };

/** The second step with a passkey: of this account, for this challenge, which thereby is used, with a counter that only grows. */
export const passByPasskey = ({
  token,
  used,
  ...how
}: PasskeyStep): Promise<Result<Passed, 'step-over' | 'passkey-failed'>> =>
  transaction(async (tx) => {
    const session = await lockOwing(tx, token);
    const challenge = session && (await takeChallenge(tx, session.id));
    if (!session || !challenge) return problem('step-over');
    const [kept] = await tx.$queryRaw<Kept[]>`
      SELECT id, credential_id AS "credentialId", secret AS "publicKey", last_step AS counter FROM second_factor
      WHERE account_id = ${session.accountId}::uuid AND kind = 'passkey' AND credential_id = ${bytesOf(used.id)} FOR UPDATE`;
    if (!kept) return problem('passkey-failed');
    const { rpID, origin } = portalOf(env.PORTAL_URL);
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: used as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: base64url(kept.credentialId),
        publicKey: new Uint8Array(kept.publicKey),
        counter: Number(kept.counter),
      },
    }).catch(() => ({ verified: false as const, authenticationInfo: undefined }));
    if (!verified || !authenticationInfo) return problem('passkey-failed');
    await tx.secondFactor.update({
      where: { id: kept.id },
      data: { lastStep: authenticationInfo.newCounter },
      select: { id: true },
    });
    return ok(await completeSignIn(tx, session, { by: 'passkey', ...how }));
  });
