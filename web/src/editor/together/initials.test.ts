import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

it.each([
  ['Grace Brewster Hopper', 'GH'],
  ['  ada  ', 'A'],
  ['élodie durand', 'ÉD'],
  ['🦊 fox', '🦊F'],
  ['', '?'],
])('%s signs as %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
