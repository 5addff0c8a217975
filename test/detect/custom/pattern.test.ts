import assert from 'node:assert/strict';
import { ownTime } from '../../support/own-time.ts';
import { compilePattern, isPatternFault, LONGEST_MATCH } from '#detect/custom/pattern.ts';

function places(source: string, text: string): string[] {
  const pattern = compilePattern(source, { matchCase: true });
  assert.ok(!isPatternFault(pattern));
  return pattern.placesIn(text).map(({ start, end }) => text.slice(start, end));
}

const faultOf = (source: string) => {
  const pattern = compilePattern(source, { matchCase: true });
  return isPatternFault(pattern) ? [pattern.fault, pattern.at] : null;
};

describe("a company's pattern", () => {
  it('takes ^ and $ for the ends of a line', () => {
    assert.deepEqual(places('^A\\d+$', 'A1\nB2\nA3 \nA44'), ['A1', 'A44']);
  });
  it('is looked for within a line', () => {
    assert.deepEqual(places('A\\s+B', 'A \nB A  B'), ['A  B']);
  });
  it('finds every place of a long line once', () => {
    const line = Array.from({ length: 3000 }, (_, index) => `K-${1000 + index}`).join(' ');
    assert.deepEqual(places('K-\\d{4}', line), line.split(' '));
  });
  it('finds no place longer than it may be', () => {
    assert.deepEqual(places('x+', 'x'.repeat(LONGEST_MATCH)), ['x'.repeat(LONGEST_MATCH)]);
    assert.deepEqual(places('<[^>]*>', `<${'x'.repeat(LONGEST_MATCH)}>`), []);
  });
  it('does not mind capitals when it is not to', () => {
    const pattern = compilePattern('ørn', { matchCase: false });
    assert.ok(!isPatternFault(pattern));
    assert.equal(pattern.placesIn('ØRN').length, 1);
  });
  it('is refused with what is wrong and where', () => {
    assert.deepEqual(faultOf('sag(\\d+'), ['open-parenthesis', null]);
    assert.deepEqual(faultOf('sag[0-9'), ['open-bracket', 4]);
    assert.deepEqual(faultOf('sag\\d+)'), ['stray-parenthesis', null]);
    assert.deepEqual(faultOf('*sag'), ['nothing-to-repeat', 1]);
    assert.deepEqual(faultOf('sag**'), ['repeated-twice', 4]);
    assert.deepEqual(faultOf('sag{3000}'), ['repeat-count', 4]);
    assert.deepEqual(faultOf('[z-a]'), ['range', 2]);
    assert.deepEqual(faultOf('sag\\y'), ['escape', 4]);
    assert.deepEqual(faultOf('sag(?=x)'), ['unsupported', 4]);
    assert.deepEqual(faultOf('(a)\\1'), ['escape', 4]);
  });
  it('is refused in the words that it was written in', () => {
    const pattern = compilePattern('sag(', { matchCase: false });
    assert.equal(isPatternFault(pattern) && pattern.part, 'sag(');
  });
  it('is refused when it fits nothing at all', () => {
    for (const source of ['x*', '', '^', '\\b', 'a|', '(?:)'])
      assert.equal(faultOf(source)?.[0], 'matches-nothing-at-all', source);
  });
  it('is refused when it is too large to be quick', () => {
    assert.equal(faultOf('((a?){50}){10}b')?.[0], 'too-large');
  });
});

describe('a pattern that would hang a backtracking engine', function () {
  this.timeout(120_000);
  const evil = ['^(a+)+$', '(a|aa)+$', '(x+x+)+y', 'x.*?z|x', '(.*a){12}', '([a-z]+)*\\d'];
  for (const source of evil) {
    it(`costs no more than a little: ${source}`, async () => {
      const text = `${'a'.repeat(30_000)}!${'x'.repeat(30_000)}`;
      // Half a second, some seconds while coverage is counted; backtracking would take hours.
      assert.ok((await ownTime(() => places(source, text))) < 30_000);
    });
  }
});
