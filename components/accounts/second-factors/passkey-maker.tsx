'use client';

import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlainTextField } from '@/components/ui/forms/plain-fields';
import { type PasskeyTrouble, passkeyTrouble } from './passkey-trouble';
import { postJson } from './post-json';

type Words = { name: string; hint: string; add: string; password: string; unsupported: string; needsScript: string };
type PasskeyMakerProps = { words: Words; troubles: Record<PasskeyTrouble, string>; isFresh: boolean };

/** Has her browser make a passkey, under a name of hers. */
export function PasskeyMaker({ words, troubles, isFresh }: PasskeyMakerProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const typed = new FormData(event.currentTarget);
    const name = String(typed.get('name') ?? '').trim();
    const password = isFresh ? undefined : String(typed.get('password') ?? '');
    if (!browserSupportsWebAuthn()) return setProblem(words.unsupported);
    setBusy(true);
    setProblem(null);
    try {
      const optionsJSON = await postJson('/api/passkeys/options', { password });
      const made = await startRegistration({ optionsJSON: optionsJSON as never });
      await postJson('/api/passkeys', { name, made });
      window.location.assign('/admin/accounts/own/second-factor?said=passkey');
    } catch (error) {
      setBusy(false);
      setProblem(troubles[passkeyTrouble(error)]);
    }
  }

  return (
    <form onSubmit={make}>
      {problem && (
        <p role="alert" className="problem-box mb-4">
          {problem}
        </p>
      )}
      <noscript>
        <p className="mb-4">{words.needsScript}</p>
      </noscript>
      <PlainTextField id="passkey-name" name="name" label={words.name} hint={words.hint} required maxLength={60} />
      {!isFresh && (
        <PlainTextField
          id="passkey-password"
          name="password"
          type="password"
          label={words.password}
          autoComplete="current-password"
          required
        />
      )}
      <Button type="submit" aria-disabled={busy}>
        {words.add}
      </Button>
    </form>
  );
}
