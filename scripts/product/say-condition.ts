import { type Check, check, mustAct } from '@/domain/condition/check';
import { WrongSetting } from '@/domain/ground/wrong-setting';
import { checkWords } from '@/i18n/condition/check-words';

const marks = { act: '✖', look: '!', fine: '✔' } as const;
const asked = process.argv.slice(2);
const locale = asked.includes('--vi') ? 'vi' : 'en';

/** Whatever reads a wrong setting ends with it, so all that asks for settings is loaded here. Then this line is the whole list. */
async function allChecks(): Promise<Check[]> {
  try {
    const { checksOfStarted, checksOfNew } = await import('./condition-checks');
    return await (asked.includes('started') ? checksOfStarted() : checksOfNew());
  } catch (error) {
    if (error instanceof WrongSetting) return [check('settings', 'wrong', { problem: error.message })];
    throw error;
  }
}

const checks = await allChecks();
const lines = checks.map((check) => ({ check: check.name, weight: check.weight, ...checkWords(locale, check) }));
if (asked.includes('--json')) process.stdout.write(`${JSON.stringify(lines, null, 2)}\n`);
else
  for (const { weight, name, says, next, code } of lines)
    process.stdout.write(
      `  ${marks[weight]} ${name}: ${says}${code ? ` (${code})` : ''}${next ? `\n      → ${next}` : ''}\n`,
    );
process.exit(mustAct(checks) ? 1 : 0);
