/** A class tablet with children, courses and no network, for tests of what children see. */
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Route, Router, Switch } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { proofOf } from '#domain/changes/proof.ts';
import { assert } from '#domain/kernel/assert.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import { asId, type GroupId, type StudentId } from '#domain/model/ids.ts';
import { ServicesProvider } from '#data/services-context.tsx';
import type { Session } from '#data/services.ts';
import { builtInCourses } from '#content/courses.ts';
import { CheckScreen } from '#features/check/check-screen.tsx';
import { LookScreen } from '#features/check/look-screen.tsx';
import { PracticeScreen } from '#features/check/practice-screen.tsx';
import { MistakesScreen } from '#features/check/mistakes-screen.tsx';
import { EnrolScreen } from '#features/enrol/enrol-screen.tsx';
import { MyObjectivesScreen } from '#features/student/my-objectives-screen.tsx';
import { WhoAreYouScreen } from '#features/student/who-are-you-screen.tsx';
import { activate } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import '#ui/styles/index.css';
import { fakeServices, type FakeOptions, type FakeServices } from './fake-services.ts';
import { hearAsAlways, hearAtOnce } from './single-taps.ts';

export const GROUP = asId<GroupId>('group-1');
/** Every child of the test class has this secret; badges are `badge-<name>`. */
export const SECRET = [0, 3, 7] as const;
export const SECRET_NAMES = ['sun', 'tree', 'drum'] as const;

function found(title: string): readonly [Course, Objective] {
  for (const course of builtInCourses()) {
    const objective = course.objectives.find((one) => one.title.en === title);
    if (objective !== undefined) return [course, objective];
  }
  throw new Error(`no objective ${title}`);
}

/** "Multiply two one-digit numbers": 10 items, 9 needed, 3 minutes. */
export const [theCourse, theObjective] = found('Multiply two one-digit numbers');

export const idOf = (name: string): StudentId =>
  asId<StudentId>(name.toLowerCase().replaceAll(/[^a-z]+/gu, '-'));

/** 35 children as a real class has them: some share a first name, letters are unevenly filled. */
export const NAMES = (
  'Abril Soto,Ada Lind,Ana Gómez,Ana López,Ben Okafor,Bruno Díaz,Carla Ruiz,Chloe Park,Dana Levi,Diego Mora,' +
  'Elif Kaya,Emil Berg,Eva Novak,Fatima Noor,Finn Walsh,Grace Obi,Hana Sato,Hugo Blanc,Ines Prado,Iris Wolf,' +
  'Jonas Frei,Kai Tran,Lea Simon,Leo Rossi,Lina Haddad,Marco Silva,Maya Cohen,Mia Jensen,Noah Becker,Nora Vik,' +
  'Omar Aziz,Rosa Vega,Sami Juma,Tara Singh,Yusuf Demir'
).split(',');

const AVATARS = ['fox', 'cat', 'owl', 'frog', 'bear', 'bee', 'rocket', 'shell'];

/** Documents of one class with these children, with the course of the story in use. */
export function classDocuments(names: readonly string[]): AnyDocument[] {
  const members = Object.fromEntries(names.map((name) => [idOf(name), { on: true, stamp: '1' }]));
  const { units } = theCourse;
  const children = names.flatMap((name, i): AnyDocument[] => {
    const id = idOf(name);
    const avatar = AVATARS[i % AVATARS.length] ?? 'fox';
    const proof = proofOf(id, { secret: SECRET, badge: `badge-${id}` });
    return [
      { key: `student/${id}`, kind: 'student', body: { name, avatar, stamps: { name: '0' } } },
      { key: `proof/${id}`, kind: 'proof', body: proof },
    ];
  });
  return [
    {
      key: 'school',
      kind: 'school',
      body: { name: 'Hill School', timeZone: 'UTC', language: 'en', key: '', stamps: {} },
    },
    {
      key: `group/${GROUP}`,
      kind: 'group',
      body: { name: '4B', students: members, staff: {}, stamps: {} },
    },
    {
      key: `use/${GROUP}`,
      kind: 'use',
      body: { courses: { [theCourse.id]: { units: units.map(({ id }) => id), stamp: '1' } } },
    },
    { key: `course/${theCourse.id}`, kind: 'course', body: theCourse },
    ...children,
  ];
}

export const tabletSession: Session = {
  state: 'locked',
  device: { id: 'device-1', kind: 'class-tablet', name: 'Tablet 1', groups: [GROUP] },
  school: { id: 'school-1', name: 'Hill School', timeZone: 'UTC', language: 'en' },
  members: [],
  waitUntil: null,
};

export interface Tablet extends FakeServices {
  readonly view: RenderResult;
  /** The address on screen. */
  readonly path: () => string;
  /** Everything in memory is gone, as after a reload: only what the fake holds as durable comes back. */
  readonly reload: (path?: string) => void;
}

/** A tablet of two classes: 4B with its children, and 5A. */
export function ofTwoClasses(): Pick<TabletOptions, 'session' | 'more'> {
  const groups = [GROUP, asId<GroupId>('group-2')];
  const device = { id: 'device-1', kind: 'class-tablet', name: 'Tablet 1', groups };
  const other = { name: '5A', students: {}, staff: {}, stamps: {} };
  return {
    session: { ...tabletSession, device } as Session,
    more: [{ key: 'group/group-2', kind: 'group', body: other }],
  };
}

export interface TabletOptions extends FakeOptions {
  readonly names?: readonly string[];
  readonly path?: string;
  readonly language?: 'en' | 'es';
  readonly theme?: 'light' | 'dark';
  /** Documents beside those of the class, or instead of some of them. */
  readonly more?: readonly AnyDocument[];
  /** A new screen hears no finger for a moment, as on a real tablet. Else it hears at once: whoever taps here taps once. */
  readonly guarded?: boolean;
}

/** Shows the app of a class tablet at an address. */
export async function openTablet(options: TabletOptions = {}): Promise<Tablet> {
  const { names = NAMES, path = '/student', language = 'en', theme = 'light', ...rest } = options;
  const { more = [], guarded = false, ...fakeOptions } = rest;
  if (guarded) hearAsAlways();
  else hearAtOnce();
  await activate(language);
  document.documentElement.dataset['theme'] = theme;
  const fake = fakeServices({
    documents: [...classDocuments(names), ...more],
    session: tabletSession,
    ...fakeOptions,
  });
  let location = memoryLocation({ path, record: true });
  const app = (): ReactNode => (
    <UiProvider>
      <ServicesProvider services={fake.services}>
        <Router hook={location.hook}>
          <Switch>
            <Route path="/enrol" component={EnrolScreen} />
            <Route path="/student" component={WhoAreYouScreen} />
            <Route path="/student/:student" component={MyObjectivesScreen} />
            <Route
              path="/student/:student/objective/:course/:objective"
              component={MyObjectivesScreen}
            />
            <Route
              path="/student/:student/mistakes/:course/:objective"
              component={MistakesScreen}
            />
            <Route path="/student/:student/check/:draft" component={CheckScreen} />
            <Route path="/student/:student/look" component={LookScreen} />
            <Route
              path="/student/:student/practice/:course/:objective"
              component={PracticeScreen}
            />
            <Route>
              <p>Somewhere else</p>
            </Route>
          </Switch>
        </Router>
      </ServicesProvider>
    </UiProvider>
  );
  let view = render(app());
  return {
    ...fake,
    get view() {
      return view;
    },
    path: () => location.history.at(-1) ?? path,
    reload(next = location.history.at(-1) ?? path) {
      view.unmount();
      fake.readDrafts();
      location = memoryLocation({ path: next, record: true });
      view = render(app());
    },
  };
}

/** The one and only element that is found, or a sentence why not. */
export function one<T>(list: readonly T[], what: string): T {
  const [first] = list;
  assert(first !== undefined, `there is ${what}`);
  return first;
}
