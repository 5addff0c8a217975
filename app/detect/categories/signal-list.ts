import type { ListLanguage } from './phrase-list.ts';

/**
 * Words of one language, parted by commas and written as phrases are (phrase-list.ts), that tell whether a sentence
 * speaks of somebody in particular (`first`, `third`, `addressed`, `role`) or of anybody: people in general, what could
 * be, guidance, law, figures, products and machines, public life. `function` are the commonest words of the language.
 */
export type SignalList = Readonly<Record<Signal, string>> & { readonly language: ListLanguage };

export type Signal = Speaker | Generality | 'function';
export type Speaker = 'first' | 'third' | 'addressed' | 'role';
export type Generality = 'general' | 'conditional' | 'guidance' | 'law' | 'statistics' | 'product' | 'public';
