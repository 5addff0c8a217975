import assert from 'node:assert/strict';
import { run } from './command-line.ts';

describe('the command line', () => {
  it('lists its commands on --help', async () => {
    const { code, stdout } = await run(['--help']);
    assert.equal(code, 0);
    for (const name of ['scan', 'extract', 'detect']) assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
  });

  it('does not start without a command', async () => {
    const { code, stdout, stderr } = await run([]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /Usage: datamapper/);
  });

  it('answers an unknown command with the list', async () => {
    const { code, stderr } = await run(['scna']);
    assert.equal(code, 2);
    assert.match(stderr, /no command "scna"[\s\S]*Commands:/);
  });

  it('knows no command that is only a word of the language', async () => {
    assert.equal((await run(['constructor'])).code, 2);
  });

  for (const name of ['scan', 'extract', 'detect']) {
    it(`explains ${name} on --help, exit codes included`, async () => {
      const { code, stdout, stderr } = await run([name, '--help']);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, new RegExp(`Usage: datamapper ${name}[\\s\\S]*Exit codes:`));
    });

    it(`refuses an option that ${name} does not have`, async () => {
      const { code, stderr } = await run([name, '--bogus']);
      assert.equal(code, 2);
      assert.match(stderr, /--bogus[\s\S]*--help/);
    });
  }
});
