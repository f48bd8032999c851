import type { LocalText } from '../../kernel/local-text.ts';

/** A thing that every child can meet at school or outdoors. `gender` is that of the Spanish word. */
export interface SceneObject {
  readonly id: string;
  readonly many: LocalText;
  readonly gender: 'm' | 'f';
}

function thing(id: string, en: string, es: string, gender: 'm' | 'f'): SceneObject {
  return { id, many: { en, es }, gender };
}

/** In an order that never changes: items choose by place. */
export const sceneObjects: readonly SceneObject[] = [
  thing('pencil', 'pencils', 'lápices', 'm'),
  thing('book', 'books', 'libros', 'm'),
  thing('leaf', 'leaves', 'hojas', 'f'),
  thing('stone', 'stones', 'piedras', 'f'),
  thing('seed', 'seeds', 'semillas', 'f'),
  thing('bead', 'beads', 'cuentas', 'f'),
  thing('stamp', 'stamps', 'sellos', 'm'),
  thing('cup', 'cups', 'vasos', 'm'),
  thing('apple', 'apples', 'manzanas', 'f'),
  thing('button', 'buttons', 'botones', 'm'),
  thing('flower', 'flowers', 'flores', 'f'),
  thing('bird', 'birds', 'pájaros', 'm'),
  thing('brick', 'bricks', 'ladrillos', 'm'),
  thing('drop', 'drops', 'gotas', 'f'),
  thing('star', 'stars', 'estrellas', 'f'),
  thing('tile', 'tiles', 'azulejos', 'm'),
];
