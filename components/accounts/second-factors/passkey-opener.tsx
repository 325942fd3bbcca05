'use client';

import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlainCheckbox } from '@/components/ui/forms/plain-fields';
import { type PasskeyTrouble, passkeyTrouble } from './passkey-trouble';
import { postJson } from './post-json';

type Words = { open: string; remember: string; rememberHint: string; unsupported: string };
type PasskeyOpenerProps = {
  words: Words;
  troubles: Record<PasskeyTrouble, string>;
  to: string;
  mayRemember: boolean;
};

/** Has her browser open one of her passkeys, and goes on to where she wanted to be. */
export function PasskeyOpener({ words, troubles, to, mayRemember }: PasskeyOpenerProps) {
  const [problem, setProblem] = useState<string | null>(null);

  async function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const remember = new FormData(event.currentTarget).get('remember') === 'on';
    if (!browserSupportsWebAuthn()) return setProblem(words.unsupported);
    setProblem(null);
    try {
      const optionsJSON = await postJson('/api/second-step/passkey/options', {});
      const used = await startAuthentication({ optionsJSON: optionsJSON as never });
      await postJson('/api/second-step/passkey', { remember, used });
      window.location.assign(to);
    } catch (error) {
      setProblem(troubles[passkeyTrouble(error)]);
    }
  }

  return (
    <form onSubmit={open}>
      {problem && (
        <p role="alert" className="problem-box mb-4">
          {problem}
        </p>
      )}
      {mayRemember && <PlainCheckbox id="remember" name="remember" label={words.remember} hint={words.rememberHint} />}
      <Button type="submit" variant="primary">
        {words.open}
      </Button>
    </form>
  );
}
