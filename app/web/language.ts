import type { Request, Response } from 'express';
import { Failure } from '#kernel/errors.ts';
import { postedFields } from './body.ts';
import { localPath } from './local-path.ts';
import { places } from './places.ts';
import { seeOther } from './redirect.ts';
import { contextOf, visitorOf } from './request.ts';
import { isLanguage, languages } from './words.ts';
import type { Language, Translate } from './words.ts';

/** The visitor's own choice; else the switch's cookie; else what the browser asks for; else the default. */
export function languageOf(request: Request): Language {
  return (
    visitorOf(request)?.language ??
    chosenBefore(request) ??
    askedFor(request) ??
    contextOf(request).defaultLanguage
  );
}

export function translatorOf(request: Request): Translate {
  return withOwnWords(request, languageOf(request));
}

/** For what is made for somebody else than the reader, such as a printed invitation. */
export function translatorIn(request: Request, language: Language): Translate {
  return withOwnWords(request, language);
}

function withOwnWords(request: Request, language: Language): Translate {
  const { words, ownWord } = contextOf(request);
  const translate = words.translator(language);
  return (key, values) => ownWord(key) ?? translate(key, values);
}

/** Keeps a signed-in person's choice with the person; identity gives it, by way of boot. */
export type RememberLanguage = (request: Request, language: Language) => void | Promise<void>;

/** Answers the language switch: POST /language with `language` and the `next` page to go back to. */
export function languageSwitch(remember: RememberLanguage | undefined) {
  return async (request: Request, response: Response): Promise<void> => {
    const { language, next } = postedFields(request);
    if (!isLanguage(language)) {
      throw new Failure(
        'invalid-input',
        'The language is not one of ours',
        'Choose a language that is offered',
      );
    }
    response.cookie(COOKIE, language, {
      maxAge: 365 * 24 * 60 * 60 * 1000,
      httpOnly: true,
      sameSite: 'lax',
      secure: request.secure,
    });
    if (visitorOf(request) !== undefined) await remember?.(request, language);
    seeOther(response, localPath(next) ?? places.home);
  };
}

const COOKIE = 'language';

function chosenBefore(request: Request): Language | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = cookies.find(([name]) => name === COOKIE)?.[1];
  return isLanguage(value) ? value : undefined;
}

function askedFor(request: Request): Language | undefined {
  // Without the header express answers with the first of ours: that is not the browser's wish.
  if (request.headers['accept-language'] === undefined) return undefined;
  const best = request.acceptsLanguages([...languages]);
  return isLanguage(best) ? best : undefined;
}
