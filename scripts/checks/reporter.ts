import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Mocha from 'mocha';

/**
 * Mocha's own `spec` reporter, which also leaves its counts in the file named by the reporter option `output`, for
 * tally.ts to read.
 */
export default class SpecAndCounts extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { output } = options.reporterOptions as { output: string };
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      mkdirSync(dirname(output), { recursive: true });
      writeFileSync(output, JSON.stringify({ passes, failures, pending }));
    });
  }
}
