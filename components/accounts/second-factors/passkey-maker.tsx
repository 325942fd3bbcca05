'use client';

import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlainTextField } from '@/components/ui/forms/plain-fields';
import { postJson } from './post-json';

type Words = { name: string; hint: string; add: string; failed: string; unsupported: string; needsScript: string };

/** Has her browser make a passkey, under a name of hers. */
export function PasskeyMaker({ words }: { words: Words }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (!browserSupportsWebAuthn()) return setProblem(words.unsupported);
    setBusy(true);
    setProblem(null);
    try {
      const optionsJSON = await postJson('/api/passkeys/options', {});
      const made = await startRegistration({ optionsJSON: optionsJSON as never });
      await postJson('/api/passkeys', { name, made });
      window.location.assign('/admin/accounts/own/second-factor?said=passkey');
    } catch {
      setBusy(false);
      setProblem(words.failed);
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
      <Button type="submit" aria-disabled={busy}>
        {words.add}
      </Button>
    </form>
  );
}
