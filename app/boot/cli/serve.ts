import { Failure } from '#kernel/errors.ts';
import { createLog } from '#platform/log/index.ts';
import { parseConfig } from '../../config.ts';
import { addressOf, startAppliance } from '../appliance.ts';
import { UsageError, type Command, type ExitCode } from './command.ts';
import { printError, stdout } from './output.ts';
import { signalled } from './signalled.ts';

export const serveCommand: Command = {
  help: `Usage: datamapper serve

Starts the appliance and prints where its pages are. Until somebody has set it up, it also prints a one-time set-up code
and the fingerprint of its certificate, to be compared with what the browser shows.

Settings are taken from the environment, each of them a DM_… name; docs/install.md lists them. SIGTERM or Ctrl-C stops it
in order: running answers end, a scan goes on from where it was at the next start.

Exit codes: 0 stopped in order, 2 could not start.
`,
  async run(args) {
    if (args.length > 0)
      throw new UsageError('"serve" takes no arguments; its settings are DM_… in the environment');
    try {
      return await serve();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      printError(`datamapper serve: ${error.message}\n${error.hint}`);
      return 2;
    }
  },
};

async function serve(): Promise<ExitCode> {
  const stopAsked = signalled(['SIGTERM', 'SIGINT']);
  const config = parseConfig();
  const log = createLog(config.logLevel);
  const appliance = await startAppliance(config, log);
  const { setUpCode, fingerprint } = appliance;
  const address = addressOf(config, appliance.httpsPort);
  const lines = ['', `DataMapper is running at ${address}`];
  // The machine's own name is often known to nobody but itself.
  const local = addressOf({ ...config, hostNames: ['localhost'] }, appliance.httpsPort);
  if (config.hostNames.includes('localhost') && local !== address) {
    lines.push(`     on this machine, also ${local}`);
  }
  if (setUpCode !== null) {
    lines.push(
      '',
      'It has not been set up. Open that address and type this one-time code:',
      '',
      `  Set-up code:              ${setUpCode}`,
      '',
      'The browser warns of the certificate, since the appliance made it itself. Go on only if it shows this one:',
      '',
      `  SHA-256 fingerprint:      ${fingerprint}`,
    );
  }
  await stdout.write(`${lines.join('\n')}\n\n`);
  await stdout.flush();
  await stopAsked;
  log.info('appliance.stopping');
  await appliance.stop();
  log.info('appliance.stopped');
  return 0;
}
