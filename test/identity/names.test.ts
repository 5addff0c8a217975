import assert from 'node:assert/strict';
import { invitationForm } from '#identity/identity.schema.ts';

const isTaken = (name: string): boolean =>
  invitationForm.safeParse({ name, login: '', language: 'da' }).success;

describe("A person's name", () => {
  const odd = {
    'a line break': 'Stine\nProve',
    'a mark that turns the writing around': 'Stine \u202eevorP',
    'an isolate that turns the writing around': 'Stine \u2067evorP\u2069',
    'a line separator': 'Stine\u2028Prove',
    'a space that nobody sees': 'Stine\u200bProve',
  };
  for (const [what, name] of Object.entries(odd)) {
    it(`is refused with ${what} in it`, () => {
      assert.equal(isTaken(name), false);
    });
  }

  for (const name of ['Åse Ødegård-Æbelø', 'Zoë O’Brien', 'مریم می\u200cخواهم', '山田 太郎']) {
    it(`may be ${name}`, () => {
      assert.equal(isTaken(name), true);
    });
  }
});
