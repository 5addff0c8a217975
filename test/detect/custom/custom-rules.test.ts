import assert from 'node:assert/strict';
import { createTextScanner, detect } from '#detect/index.ts';
import { compileRules } from '#detect/custom/compiled-rules.ts';
import { NO_RULES, type RuleSet } from '#detect/custom/rule-set.ts';
import { found, patternRule, wordRule } from './rules.ts';

describe("a company's own rules", () => {
  it('find a keyword wherever it stands', () => {
    const rules = [wordRule(['Projekt Falkøje'])];
    assert.deepEqual(found({ rules }, 'Om projekt\n falkøje, og PROJEKT FALKØJE.'), [
      'CUSTOM_W1 projekt\n falkøje',
      'CUSTOM_W1 PROJEKT FALKØJE',
    ]);
  });
  it('leave a word alone that is part of a longer one', () => {
    assert.deepEqual(found({ rules: [wordRule(['falk'])] }, 'falken Tårnfalk falk2 falkø'), []);
  });
  it('find a word within longer ones when they are to', () => {
    const rules = [wordRule(['falk'], { wholeWords: false })];
    assert.deepEqual(found({ rules }, 'Tårnfalken'), ['CUSTOM_W1 falk']);
  });
  it('find a word that begins and ends with signs', () => {
    assert.deepEqual(found({ rules: [wordRule(['§7-sag'])] }, 'En§7-sag.'), ['CUSTOM_W1 §7-sag']);
  });
  it('tell capitals from small letters when they are to', () => {
    const rules = [wordRule(['ØRN'], { matchCase: true })];
    assert.deepEqual(found({ rules }, 'ørn Ørn ØRN'), ['CUSTOM_W1 ØRN']);
  });
  it('find the longer of two words of one rule', () => {
    const rules = [wordRule(['blå', 'blå ugle'])];
    assert.deepEqual(found({ rules }, 'en blå ugle'), ['CUSTOM_W1 blå ugle']);
  });
  it('find the same word for each rule that asks for it', () => {
    const rules = [wordRule(['ugle']), wordRule(['Ugle'], { id: 'W2' })];
    assert.deepEqual(found({ rules }, 'ugle'), ['CUSTOM_W1 ugle', 'CUSTOM_W2 ugle']);
  });
  it('find a pattern', () => {
    const rules = [patternRule('SAG-\\d{5}')];
    assert.deepEqual(found({ rules }, 'se SAG-12345, ikke SAG-123'), ['CUSTOM_P1 SAG-12345']);
  });
  it('hide nothing that the built-in detectors find, nor are hidden', () => {
    const rules = [wordRule(['anna@example.dk'])];
    assert.deepEqual(found({ rules }, 'skriv til anna@example.dk'), [
      'EMAIL_ADDRESS anna@example.dk',
      'CUSTOM_W1 anna@example.dk',
    ]);
  });
  it('are given the category that the company chose', () => {
    const { find } = compileRules({ ...NO_RULES, rules: [wordRule(['ugle'], { category: 'criminal' })] });
    assert.equal(find('ugle')[0]?.category, 'criminal');
  });
  it('find a place at a seam of two windows once', () => {
    const rules = compileRules({
      ...NO_RULES,
      rules: [wordRule(['Projekt Falkøje']), patternRule('SAG-\\d{5}')],
    });
    const text = `${'x '.repeat(4200)}Projekt Falkøje ${'y '.repeat(4100)}SAG-12345 ${'z '.repeat(9000)}`;
    for (let shift = 0; shift < 30; shift += 7) {
      const scanner = createTextScanner({ rules }, 16 * 1024);
      const places = [...scanner.push(' '.repeat(shift) + text), ...scanner.finish()];
      assert.deepEqual(
        places.map((place) => place.text),
        ['Projekt Falkøje', 'SAG-12345'],
      );
    }
  });
});

describe('names that the company knows', () => {
  it('are persons for the phrases beside them', () => {
    const text = 'Zyx Qwertysen er sygemeldt med stress.';
    const sure = (people: RuleSet['people']) => {
      const rules = compileRules({ ...NO_RULES, people });
      return detect(text, { rules }).find(({ type }) => type === 'HEALTH')?.confidence ?? 0;
    };
    assert.ok(sure([{ kind: 'employees', names: ['Zyx Qwertysen'] }]) > sure([]));
  });
});

describe('built-in types that are switched off', () => {
  it('are not found', () => {
    assert.deepEqual(found({ off: ['EMAIL_ADDRESS'] }, 'skriv til anna@example.dk'), []);
  });
  it('hide no other type', () => {
    const text = 'IBAN DK50 0040 0440 1162 43';
    assert.equal(found({}, text)[0]?.startsWith('IBAN_CODE'), true);
    assert.equal(
      found({ off: ['IBAN_CODE'] }, text).some((one) => one.startsWith('IBAN_CODE')),
      false,
    );
  });
});
