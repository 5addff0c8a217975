import { parseArgs } from 'node:util';
import type { Audit, Fault, Verification } from '#audit/index.ts';
import { Failure } from '#kernel/errors.ts';
import { askRunningAppliance, type ControlAnswer, type ControlHandler } from '#platform/control/index.ts';
import { parseConfig, type Config } from '../../config.ts';
import { openState } from '../state.ts';
import { UsageError, type Command } from './command.ts';
import { printError, stdout } from './output.ts';

/** The command's name on the control socket; serve mounts `auditVerifyHandler` under it. */
export const AUDIT_VERIFY = 'audit verify';

export const auditCommand: Command = {
  help: `Usage: datamapper audit verify

Reads the whole record and checks that nothing in it was changed, removed or put in between. A running appliance does
it itself and puts on the record that it was asked; otherwise the record is opened here.

Prints how many entries there are and the hash of the newest one, the head. Write the head down where nobody with
access to this machine can change it: only by it can you see later that the newest entries were cut off.

Settings are taken from the environment as for "datamapper serve"; DM_STATE_DIR names the state folder.

Exit codes: 0 whole, 1 broken (the first bad entry is named), 2 could not start.
`,
  async run(args) {
    const { positionals } = parsed(args);
    if (positionals.length !== 1 || positionals[0] !== 'verify')
      throw new UsageError('the record can be asked to "verify"');
    try {
      const { lines, exitCode } = await verifyWherever(parseConfig());
      await stdout.write(`${lines.join('\n')}\n`);
      return exitCode === 0 || exitCode === 1 ? exitCode : 2;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      printError(`datamapper audit: ${error.message}\n${error.hint}`);
      return 2;
    }
  },
};

/** What the running appliance does for `audit verify`. */
export function auditVerifyHandler(audit: Audit): ControlHandler {
  return async () => reportOf(await audit.verifyOnRecord({ kind: 'console' }, null));
}

/** @throws Failure when the record can be reached neither through a running appliance nor by opening it here. */
export async function verifyWherever(
  config: Pick<Config, 'stateFolder' | 'masterKey'>,
): Promise<ControlAnswer> {
  const answer = await askRunningAppliance(config.stateFolder, AUDIT_VERIFY);
  if (answer !== null) return answer;
  const state = await openState(config, { mustExist: true });
  try {
    return reportOf(await state.audit.verify());
  } finally {
    await state.close();
  }
}

function reportOf(verification: Verification): { lines: readonly string[]; exitCode: 0 | 1 } {
  switch (verification.kind) {
    case 'whole':
      return {
        lines: [
          `The record is whole: ${String(verification.entries)} entries.`,
          ...(verification.entries === 0 ? [] : [`Head: ${verification.head}`]),
        ],
        exitCode: 0,
      };
    case 'broken':
      return {
        lines: [
          `The record is broken at entry ${String(verification.sequence)}: ${FAULTS[verification.fault]}.`,
          `The ${String(verification.entriesBefore)} entries before it are as they were written.`,
          'Keep a copy of the state folder as it is now, and compare the record with the one in a backup.',
        ],
        exitCode: 1,
      };
  }
}

const FAULTS: Readonly<Record<Fault, string>> = {
  gap: 'one or more entries are missing here, or one was put in',
  'order-changed': 'it does not follow from the entry before it',
  'link-changed': 'its time, its place or its hash was changed',
  'content-changed': 'what it says was changed, or cannot be opened with this master key',
  'content-missing': 'what it says was removed',
};

function parsed(args: string[]): { positionals: string[] } {
  try {
    return parseArgs({ args, allowPositionals: true, strict: true });
  } catch {
    throw new UsageError('the record can be asked to "verify", without options');
  }
}
