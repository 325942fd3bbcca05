import { createHash } from 'node:crypto';

const WINDOW_MS = 15 * 60_000;
/** Neighbours behind one router mistype their own names; nobody there tries a dozen. */
export const SPRAYED = 12;
const NETWORKS_MAX = 10_000;

type Tried = { since: number; accounts: Set<string>; told: boolean };

/** Networks that try their luck with one account after the other: none of them fails often, all of them together do. */
export class Spraying {
  private readonly networks = new Map<string, Tried>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Notes a failed attempt; true once, when it makes a network one that sprays. */
  failed(network: string, account: string): boolean {
    const tried = this.lately(network);
    if (tried.accounts.size < SPRAYED) tried.accounts.add(createHash('sha256').update(account).digest('base64'));
    if (tried.told || tried.accounts.size < SPRAYED) return false;
    tried.told = true;
    return true;
  }

  private lately(network: string): Tried {
    const there = this.networks.get(network);
    if (there && this.now() - there.since < WINDOW_MS) return there;
    const tried: Tried = { since: this.now(), accounts: new Set(), told: false };
    this.networks.delete(network);
    this.networks.set(network, tried);
    const oldest = this.networks.size > NETWORKS_MAX ? this.networks.keys().next().value : undefined;
    if (oldest !== undefined) this.networks.delete(oldest);
    return tried;
  }
}
