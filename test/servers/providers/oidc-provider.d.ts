/** The part of `oidc-provider` that stands in for somebody's provider here: its own types come with those of a whole framework. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  type Account = { accountId: string; claims(): Promise<Record<string, unknown>> };

  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    callback(): RequestListener;
    static ctx: unknown;
  }
  export type { Account };
}
