/** Which column of a list of names is which: headers in English and Spanish, as schools write them. */

export type Column = 'name' | 'first' | 'last' | 'other';

const HEADERS: Readonly<Record<Exclude<Column, 'other'>, readonly string[]>> = {
  name: [
    'name',
    'full name',
    'fullname',
    'student',
    'student name',
    'pupil',
    'display name',
    'nombre completo',
    'nombre y apellido',
    'nombre y apellidos',
    'estudiante',
    'alumno',
    'alumna',
    'alumnos',
  ],
  first: [
    'first',
    'first name',
    'firstname',
    'given name',
    'given',
    'nombre',
    'nombres',
    'primer nombre',
    'nombre de pila',
  ],
  last: [
    'last',
    'last name',
    'lastname',
    'surname',
    'family name',
    'apellido',
    'apellidos',
    'primer apellido',
  ],
};

const plain = (cell: string): string =>
  cell
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ');

function columnOf(cell: string): Column {
  const header = plain(cell);
  if (HEADERS.name.includes(header)) return 'name';
  if (HEADERS.first.includes(header)) return 'first';
  if (HEADERS.last.includes(header)) return 'last';
  return 'other';
}

/**
 * The columns that a first line names, or null when it is no header line (then it is already a student). A lone "nombre" or
 * "first name" without a surname beside it holds the whole name.
 */
export function readHeader(cells: readonly string[]): readonly Column[] | null {
  const columns = cells.map(columnOf);
  if (columns.every((column) => column === 'other')) return null;
  if (columns.includes('name')) return columns;
  if (columns.includes('first') && columns.includes('last')) return columns;
  return columns.map((column) => (column === 'other' ? column : 'name'));
}
