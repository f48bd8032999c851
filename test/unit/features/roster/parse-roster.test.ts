import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NAME, MAX_ROWS, parseRoster } from '#features/roster/parse-roster.ts';
import { decodeRoster } from '#features/roster/read-roster-file.ts';

const names = (text: string, known: readonly string[] = []) =>
  parseRoster(text, known).rows.map(({ name }) => name);

describe('a list of names', () => {
  it('takes one name a line, without blank lines and loose spaces', () => {
    expect(names('Ana García\n\n  Ben   Okoro \r\n\nCleo\n')).toEqual([
      'Ana García',
      'Ben Okoro',
      'Cleo',
    ]);
  });

  it('takes a CSV with a header, whichever the order of its columns', () => {
    expect(names('Last name,First name\nGarcía,Ana\nOkoro,Ben')).toEqual([
      'Ana García',
      'Ben Okoro',
    ]);
    expect(names('id;Nombre;Apellidos\n1;Ana;García López')).toEqual(['Ana García López']);
    expect(names('Student\nAna\nBen')).toEqual(['Ana', 'Ben']);
    expect(names('nombre,grado\nAna,2\nBen,2')).toEqual(['Ana', 'Ben']);
  });

  it('takes a CSV without a header, and reads "Surname, Name" as people mean it', () => {
    expect(names('Ana,García\nBen,Okoro')).toEqual(['Ana García', 'Ben Okoro']);
    expect(names('García, Ana\nOkoro, Ben')).toEqual(['Ana García', 'Ben Okoro']);
    expect(names('Ana\tGarcía\nBen\tOkoro')).toEqual(['Ana García', 'Ben Okoro']);
  });

  it('says which columns it does not keep', () => {
    expect(parseRoster('Name,Birthday,Email\nAna,2019-01-01,a@b.c').unused).toEqual([
      'Birthday',
      'Email',
    ]);
  });

  it('reports every line that cannot be read with its number and reason, and keeps the others', () => {
    const long = 'x'.repeat(MAX_NAME + 1);
    const { rows, faults } = parseRoster(
      `name,grade\nAna,2\n,3\n\n${long},2\nBen,2,late,again\nA\uFFFDb,1\nCleo,1`,
    );
    expect(rows.map(({ name, line }) => [line, name])).toEqual([
      [2, 'Ana'],
      [8, 'Cleo'],
    ]);
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [3, 'no-name'],
      [5, 'too-long'],
      [6, 'too-many-columns'],
      [7, 'unreadable'],
    ]);
  });

  it('says that a quote was left open, and reads on after it', () => {
    const { rows, faults } = parseRoster('name,grade\nAna,1\n"Ben,2\nCleo,3\n"Dan');
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [3, 'open-quote'],
      [5, 'open-quote'],
    ]);
    expect(rows.map(({ line, name }) => [line, name])).toEqual([
      [2, 'Ana'],
      [4, 'Cleo'],
    ]);
  });

  it('counts lines right where a quoted cell runs over two', () => {
    expect(parseRoster('name,note\nAna,"one\ntwo"\nBen,x').rows).toMatchObject([
      { line: 2, name: 'Ana' },
      { line: 4, name: 'Ben' },
    ]);
  });

  it('marks names that stand twice or are in the group already', () => {
    expect(parseRoster('Ana\nBen\n ana \nCleo', ['CLEO']).rows.map(({ twin }) => twin)).toEqual([
      null,
      null,
      1,
      'group',
    ]);
  });

  it('stops counting at a limit and says so', () => {
    const text = Array.from({ length: MAX_ROWS + 2 }, (_, index) => `Student ${index}`).join('\n');
    const { rows, faults } = parseRoster(text);
    expect(rows).toHaveLength(MAX_ROWS);
    expect(faults.map(({ code }) => code)).toEqual(['too-many-rows', 'too-many-rows']);
  });

  it('accounts for every line that is not blank, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z ,;"\t]{0,12}$/u)), (lines) => {
        const { rows, faults } = parseRoster(lines.join('\n'));
        for (const { line } of [...rows, ...faults]) {
          expect(lines[line - 1]?.trim()).not.toBe('');
        }
        for (const { name } of rows) expect(name.trim()).toBe(name);
      }),
    );
  });
});

describe('a file of names', () => {
  it('reads what spreadsheets write: UTF-8, UTF-16 and Windows-1252', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0xd1, 0x00]);
    expect(decodeRoster(new TextEncoder().encode('Ñ'))).toEqual({ ok: true, value: 'Ñ' });
    expect(decodeRoster(utf16)).toEqual({ ok: true, value: 'Ñ' });
    expect(decodeRoster(new Uint8Array([0xd1]))).toEqual({ ok: true, value: 'Ñ' });
  });

  it('says when it is no text', () => {
    expect(decodeRoster(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({
      ok: false,
      error: { code: 'file-not-text' },
    });
  });
});
