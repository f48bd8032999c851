import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

/** The twelve secret pictures, in the order of the picker. Ids never change. */
export const pictureIds = [
  'sun',
  'boat',
  'key',
  'tree',
  'star',
  'fish',
  'house',
  'drum',
  'kite',
  'cup',
  'moon',
  'bell',
] as const;

export type PictureId = (typeof pictureIds)[number];

/** What each picture is called. */
export const pictureNames: Readonly<Record<PictureId, MessageDescriptor>> = {
  sun: msg({ message: 'sun', context: 'picture' }),
  boat: msg({ message: 'boat', context: 'picture' }),
  key: msg({ message: 'key', context: 'picture' }),
  tree: msg({ message: 'tree', context: 'picture' }),
  star: msg({ message: 'star', context: 'picture' }),
  fish: msg({ message: 'fish', context: 'picture' }),
  house: msg({ message: 'house', context: 'picture' }),
  drum: msg({ message: 'drum', context: 'picture' }),
  kite: msg({ message: 'kite', context: 'picture' }),
  cup: msg({ message: 'cup', context: 'picture' }),
  moon: msg({ message: 'moon', context: 'picture' }),
  bell: msg({ message: 'bell', context: 'picture' }),
};
