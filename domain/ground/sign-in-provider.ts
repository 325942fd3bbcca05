import { readFileSync } from 'node:fs';
import { WrongSetting } from './wrong-setting';

/** Who vouches for accounts by OpenID Connect, as the surroundings say it. */
export type SignInProvider = {
  issuer: string;
  clientId: string;
  /** the secret itself, or the file that holds it */
  secret: { text: string } | { file: string };
  /** what the button says */
  name: string;
  /** the claim of her token that says she has shown a second factor there; null: the portal asks for its own */
  secondStep: { claim: 'acr' | 'amr'; value: string } | null;
};

type Said = Partial<
  Record<
    'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_CLIENT_SECRET_FILE' | 'OIDC_NAME',
    string | undefined
  >
> & { OIDC_SECOND_STEP?: string | undefined };

const SECOND_STEP = /^(acr|amr):(\S{1,200})$/;
const NAME_MAX = 60;

/** What it takes to ask a provider, or null where nothing is said of one. Half of it is a slip that would leave a button which leads nowhere. */
export function providerOf(said: Said): SignInProvider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_NAME: name, OIDC_SECOND_STEP: step } = said;
  const { OIDC_CLIENT_SECRET: text, OIDC_CLIENT_SECRET_FILE: file } = said;
  if (!issuer && !clientId && !name && !step && !text && !file) return null;
  if (!issuer || !clientId || !name || !(text || file))
    throw new WrongSetting(
      'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME and OIDC_CLIENT_SECRET (or OIDC_CLIENT_SECRET_FILE) belong together.',
    );
  if (text && file) throw new WrongSetting('OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE: one of the two.');
  if (name.length > NAME_MAX) throw new WrongSetting(`OIDC_NAME stands on a button: ${NAME_MAX} letters at most.`);
  return {
    issuer: reachable(issuer),
    clientId,
    secret: file ? { file } : { text: text ?? '' },
    name,
    secondStep: secondStepOf(step),
  };
}

/** By https, or on this machine: whoever stands in between could vouch for anybody. */
function reachable(issuer: string): string {
  const { protocol, hostname, search, hash } = new URL(issuer);
  const isHere = /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere))
    throw new WrongSetting('OIDC_ISSUER has to be https.');
  if (search || hash) throw new WrongSetting('OIDC_ISSUER is an address without a question.');
  return issuer;
}

function secondStepOf(said: string | undefined): SignInProvider['secondStep'] {
  if (!said) return null;
  const [, claim, value = ''] = SECOND_STEP.exec(said) ?? [];
  if (claim !== 'acr' && claim !== 'amr')
    throw new WrongSetting('OIDC_SECOND_STEP names a claim and its value, as amr:mfa or acr:urn:example:two.');
  return { claim, value };
}

/** The portal's secret there, read anew each time so that it is changed without a restart; throws where its file cannot be read. */
export const secretOf = ({ secret }: Pick<SignInProvider, 'secret'>): string =>
  'text' in secret ? secret.text : readFileSync(/* turbopackIgnore: true */ secret.file, 'utf8').trim();

/** Whether it can be read, and is one. */
export function hasSecret(provider: Pick<SignInProvider, 'secret'>): boolean {
  try {
    return secretOf(provider) !== '';
  } catch {
    return false;
  }
}
