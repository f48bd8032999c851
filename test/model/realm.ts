/**
 * Where the client's code runs. Each page gets module state, clocks, storage and every other global of its own: the code is a function
 * of them, called anew. What it shares with other pages of its realm is what nobody changes, `Array` and `Promise`, and what the
 * engine has learnt of the code: a realm for every page begins cold each time, and takes three times as long.
 *
 * (Dexie puts its own `Promise` in the place of the realm's while a transaction runs, and back before a task ends; pages of one
 * realm never run within one task. Every tenth history has a realm for each page all the same, and has to go the same way.)
 */
import { constants, createContext, Script, type Context } from 'node:vm';

export interface Realm {
  /** Runs the client's code. @returns what it leaves in `app` */
  readonly run: (code: string, globals: Readonly<Record<string, unknown>>) => unknown;
}

type Make = (...globals: readonly unknown[]) => unknown;

const scripts = new Map<string, Script>();

/** The code as a function of these globals, compiled once. */
function scriptOf(code: string, names: readonly string[]): Script {
  let script = scripts.get(code);
  if (script === undefined) {
    const text = `(function (${names.join(', ')}) { 'use strict'; ${code}\nreturn app; })`;
    script = new Script(text, { filename: 'client.js' });
    scripts.set(code, script);
  }
  return script;
}

/** `globalThis` of a page: its own globals, and those of the realm behind them. */
function globalOf(realm: Context, own: Readonly<Record<string, unknown>>): object {
  const page = Object.assign(Object.create(realm) as Record<string, unknown>, own);
  // Code that names `Promise` has to meet what Dexie puts there.
  const ownerOf = (target: object, name: PropertyKey): object =>
    name === 'Promise' ? realm : target;
  return new Proxy(page, {
    defineProperty: (target, name, property) =>
      Reflect.defineProperty(ownerOf(target, name), name, property),
    getOwnPropertyDescriptor: (target, name) =>
      Reflect.getOwnPropertyDescriptor(ownerOf(target, name), name),
  });
}

export function openRealm(): Realm {
  const realm = createContext(constants.DONT_CONTEXTIFY);
  const made = new Map<string, Make>();
  const evaluate = (code: string): unknown => new Script(code).runInContext(realm);
  const makeDate = evaluate(DATE) as (wallNow: unknown) => unknown;
  const math = evaluate('Math') as object;
  return {
    run(code, { wallNow, random, ...globals }) {
      const own: Record<string, unknown> = {
        ...globals,
        Date: makeDate(wallNow),
        Math: Object.create(math, { random: { value: random } }),
      };
      const page = globalOf(realm, own);
      Object.assign(own, { globalThis: page, self: page, window: page });
      const names = Object.keys(own);
      let make = made.get(code);
      if (make === undefined) {
        make = scriptOf(code, names).runInContext(realm) as Make; // the function that it is
        made.set(code, make);
      }
      return make(...names.map((name) => own[name]));
    },
  };
}

/** `Date` of a page: its own class, which reads the device's clock. */
const DATE = `(wallNow) => class extends Date {
  constructor(...given) { if (given.length === 0) super(wallNow()); else super(...given); }
  static now() { return wallNow(); }
}`;

let shared: Realm | undefined;

/** @param alone whether the page has it for itself */
export function realmFor(alone: boolean): Realm {
  if (alone) return openRealm();
  shared ??= openRealm();
  return shared;
}
