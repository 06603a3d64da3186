import { describe, expect, it } from 'vitest';
import { Person, Prose, Reference, ServiceId, Slug, Title } from '../../domain/text.ts';

describe('a title', () => {
  it.each(['Tru-Cam pilot', 'J9 domestic abuse awareness', '£', 'x'.repeat(200), 'Ynys Môn 🛟'])(
    'may be %j',
    (text) => {
      expect(Title.parse(text)).toBe(text);
    },
  );

  it.each(['', ' ', '\u00a0', 'x'.repeat(201), 'two\nlines', 'a\ttab', 'nul\0', 'odd \u{FFFD}', 'half \uD83D', 7])(
    'is not %j',
    (text) => {
      expect(Title.safeParse(text).success).toBe(false);
    },
  );
});

describe('prose', () => {
  it('may have lines, and 2,000 characters', () => {
    expect(Prose.safeParse('One line\r\nand another').success).toBe(true);
    expect(Prose.safeParse('x'.repeat(2000)).success).toBe(true);
  });

  it.each(['', '\n', 'a\ttab', 'bell\u0007', 'delete\u007f', 'x'.repeat(2001)])('is not %j', (text) => {
    expect(Prose.safeParse(text).success).toBe(false);
  });
});

describe('a reference', () => {
  it('is one line of up to 100 characters', () => {
    expect(Reference.safeParse('x'.repeat(100)).success).toBe(true);
    expect(Reference.safeParse('x'.repeat(101)).success).toBe(false);
  });
});

describe('an id', () => {
  it.each(['maldon', 'a', '0', '2017-core', 'x'.repeat(63)])('that people give may be %s', (id) => {
    expect(Slug.parse(id)).toBe(id);
  });

  it.each(['', '-a', 'Maldon', 'a_b', 'a/b', 'a b', 'é', 'x'.repeat(64), 'a\n'])('that people give is not %j', (id) => {
    expect(Slug.safeParse(id).success).toBe(false);
  });

  it('of the service is a UUID', () => {
    expect(ServiceId.safeParse('0199a0c8-8a5e-7c3e-9c3e-2f1b1e3d4c5b').success).toBe(true);
    expect(ServiceId.safeParse('maldon').success).toBe(false);
  });
});

describe('a person', () => {
  it('is a login, perhaps with a name', () => {
    expect(Person.safeParse({ subject: 'sub-1' }).success).toBe(true);
    expect(Person.safeParse({ subject: 'sub-1', name: 'Chair' }).success).toBe(true);
    expect(Person.safeParse({ subject: '' }).success).toBe(false);
    expect(Person.safeParse({ subject: 'sub-1', role: 'chair' }).success).toBe(false);
  });
});
