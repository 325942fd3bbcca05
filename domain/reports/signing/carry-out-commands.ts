import type { Viewer } from '@/domain/access/viewer';
import { viewerOfAccount } from '@/domain/accounts/viewer-queries';
import { longTransaction } from '@/prisma/client';
import { dropValues } from '@/prisma/kept/kept-values';
import type { Transaction } from '@/prisma/transaction';
import { countedTag } from '../content/placed';
import { holdReport } from '../filing/action-writes';
import { findPublishedNames } from '../filing/named-queries';
import { reasonAgainst, writeSigning } from '../filing/sign-writes';
import { takeSnapshot } from '../filing/snapshot-writes';
import { findReport, findReportHead, type Report } from '../queries';
import { isOpen } from '../report';
import { type ClaimedSigning, claimSigning, reachStep, refuseSigning } from './claim-commands';
import { priorityTold } from './priority-commands';
import type { SigningProblem, SigningStep } from './signing';
import { endSigning } from './signing-writes';

/** A process that is killed, or an error, begins it anew; after so many times it is refused, and somebody looks. */
const TRIES_MAX = 5;
/** Milliseconds after which a step that takes long says that it is still at work. */
const BEAT_MS = 5_000;

/** Leaves the transaction without its snapshot, and why the report is not signed. */
class Refused extends Error {
  constructor(readonly problem: SigningProblem) {
    super(problem);
  }
}
/** Somebody cancelled it, another process ended it, or this one has to stop. */
class LetGo extends Error {}

type Goes = () => Promise<boolean>;
/** Called where a report is signed, and where her figures have moved: with the name under which what is kept of them goes. */
type Told = { signed: () => void; moved: (tag: string) => void };

/**
 * Signs the reports of the city that somebody asked to be signed, with the rights that she has now and over the figures that she saw.
 * Answers with how many were signed or refused. Twice is once.
 */
export async function carryOutSignings(mayGoOn: Goes = async () => true, told?: Told): Promise<number> {
  let ended = 0;
  for (let claim = await claimSigning(); claim; claim = (await mayGoOn()) ? await claimSigning() : null) {
    const beat = setInterval(() => void mayGoOn().catch(() => {}), BEAT_MS);
    try {
      await carryOut(claim, mayGoOn, told);
      ended++;
    } catch (error) {
      if (!(error instanceof LetGo)) throw error;
    } finally {
      clearInterval(beat);
    }
  }
  return ended;
}

async function carryOut(claim: ClaimedSigning, mayGoOn: Goes, told?: Told): Promise<void> {
  const reach = async (step: SigningStep) => {
    if (!(await reachStep(claim.id, step)) || !(await mayGoOn())) throw new LetGo();
  };
  try {
    if (claim.tries > TRIES_MAX) throw new Refused('not-worked-out');
    await sign(claim, reach);
    told?.signed();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await refuseSigning(claim.id, error.problem);
    if (error.problem === 'figures-moved') told?.moved(countedTag(claim.unitId));
  }
}

type Reach = (step: SigningStep) => Promise<void>;

async function sign(claim: ClaimedSigning, reach: Reach): Promise<void> {
  await reach('counting');
  const { viewer, report } = await findSignable(claim);
  const named = { ...(await findPublishedNames(report.row.period.to)), signer: viewer.displayName };
  await longTransaction(async (tx) => {
    await reach('freezing');
    const snapshot = await takeSnapshot(tx, claim.unitId, report.row.period, viewer.accountId);
    if (snapshot.digest !== claim.seen) throw new Refused('figures-moved');
    await reach('groups');
    const priorityGroups = await priorityTold(viewer, tx, report.content);
    await reach('writing');
    // held last: whoever writes her words meanwhile waits for nothing that takes long
    const reportId = await holdOpen(tx, claim);
    await writeSigning(tx, viewer, reportId, { snapshot, content: { ...report.content, named, priorityGroups } });
    if (!(await endSigning(tx, claim.id))) throw new LetGo();
  });
}

/** Who asked, with the rights that she has now, and the report as the records tell it; refused where she could not sign it now. */
async function findSignable({
  accountId,
  unitId,
  periodId,
  seen,
}: ClaimedSigning): Promise<{ viewer: Viewer; report: Report }> {
  const viewer = await viewerOfAccount(accountId);
  const head = viewer && (await findReportHead(viewer, unitId, periodId));
  if (!head) throw new Refused('not-allowed');
  const against = reasonAgainst(head.report);
  if (against) throw new Refused(against);
  const read = () => findReport(viewer, unitId, periodId);
  const isSeen = (report: Report | null): report is Report => report?.content.digest === seen;
  const kept = await read();
  if (isSeen(kept)) return { viewer, report: kept };
  // what this process keeps may be older than what she saw
  dropValues([countedTag(unitId)]);
  const report = await read();
  if (!isSeen(report)) throw new Refused('figures-moved');
  return { viewer, report };
}

async function holdOpen(tx: Transaction, { unitId, periodId, version }: ClaimedSigning): Promise<string> {
  const held = await holdReport(tx, unitId, periodId);
  if (!isOpen(held.state)) throw new Refused('filed-already');
  if (held.version !== version) throw new Refused('changed-meanwhile');
  return held.id;
}
