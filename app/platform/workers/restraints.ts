import { existsSync } from 'node:fs';
import { withoutNetwork } from './no-network.ts';

/**
 * The words in front of a program that is to meet what strangers made: no network where Linux lets us take it away, no
 * core dump (it would hold a file's text), no new privileges, and it dies with the appliance, even with a killed one.
 * Both tools belong to util-linux, which every Debian has; where they are missing, the rest still holds.
 * @param limits what Linux itself is to stop the program at: seconds of processor time, bytes of address space
 */
export function restrained(limits: { seconds?: number; addressSpace?: number } = {}): string[] {
  const { seconds, addressSpace } = limits;
  const limit = existsSync('/usr/bin/prlimit')
    ? [
        '/usr/bin/prlimit',
        '--core=0',
        ...(seconds === undefined ? [] : [`--cpu=${seconds}`]),
        ...(addressSpace === undefined ? [] : [`--as=${addressSpace}`]),
        '--',
      ]
    : [];
  const privileges = existsSync('/usr/bin/setpriv')
    ? ['/usr/bin/setpriv', '--no-new-privs', '--pdeathsig', 'KILL', '--']
    : [];
  return [...withoutNetwork(), ...limit, ...privileges];
}
