import { expect, test } from 'vitest';
import { mailTroubleOf } from './mail-trouble';

test('whatever code the sender keeps means something to people, also codes of the network itself', () => {
  const told = {
    'EENVELOPE 550 RCPT TO': 'address',
    'ETIMEDOUT CONN': 'unreachable',
    ECONNREFUSED: 'unreachable',
    'ESOCKET CONN': 'unreachable',
    'EDNS CONN': 'unreachable',
    ENOTFOUND: 'unreachable',
    'EAUTH 535 AUTH PLAIN': 'settings',
    ETLS: 'settings',
    INTERRUPTED: 'interrupted',
    RESTORED: 'restored',
    'EMESSAGE 554 DATA': 'other',
    EUNKNOWN: 'other',
  };
  for (const [code, trouble] of Object.entries(told)) expect(mailTroubleOf(code), code).toBe(trouble);
});
