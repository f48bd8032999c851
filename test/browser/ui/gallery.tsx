import { useState } from 'react';
import type { ReactNode } from 'react';
import CalendarCheck from 'lucide-react/icons/calendar-check';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import Settings from 'lucide-react/icons/settings';
import Users from 'lucide-react/icons/users';
import Plus from 'lucide-react/icons/plus';
import Printer from 'lucide-react/icons/printer';
import { AnswerBox } from '#ui/answer/answer-box.tsx';
import { CalmTimer } from '#ui/answer/calm-timer.tsx';
import { ChoiceButtons } from '#ui/answer/choice-buttons.tsx';
import { DotsProgress } from '#ui/answer/dots-progress.tsx';
import { Keypad } from '#ui/answer/keypad.tsx';
import { editNumber } from '#ui/answer/keypad-keys.ts';
import { MarkBar } from '#ui/answer/mark-bar.tsx';
import { AvatarGrid, AvatarTile } from '#ui/controls/avatar-tile.tsx';
import { Button } from '#ui/controls/button.tsx';
import { Checkbox, CheckboxGroup } from '#ui/controls/checkbox-group.tsx';
import { CodeDisplay, CodeField } from '#ui/controls/code-field.tsx';
import { LinkButton } from '#ui/controls/link-button.tsx';
import { PassphraseField } from '#ui/controls/passphrase-field.tsx';
import { PicturePicker } from '#ui/controls/picture-picker.tsx';
import { PinPad } from '#ui/controls/pin-pad.tsx';
import { SearchField } from '#ui/controls/search-field.tsx';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { Select } from '#ui/controls/select.tsx';
import { Switch } from '#ui/controls/switch.tsx';
import { TextArea } from '#ui/controls/text-area.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { AppShell } from '#ui/layout/app-shell.tsx';
import { Banner } from '#ui/layout/banner.tsx';
import { Card } from '#ui/layout/card.tsx';
import { BottomSheet, Dialog } from '#ui/layout/dialog.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { ErrorState } from '#ui/layout/error-state.tsx';
import { Page } from '#ui/layout/page.tsx';
import { ProductSign } from '#ui/layout/product-sign.tsx';
import { ProgressList } from '#ui/layout/progress-list.tsx';
import { ScrollRegion } from '#ui/layout/scroll-region.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { Snackbar } from '#ui/layout/snackbar.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { Tabs } from '#ui/layout/tabs.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import { avatarIds } from '#ui/pictures/avatar-names.ts';
import { Picture, PictureSecret } from '#ui/pictures/picture.tsx';
import { pictureIds } from '#ui/pictures/picture-names.ts';
import { Badge, BadgeSheet } from '#ui/print/badge-sheet.tsx';
import { Prompt } from '#ui/prompt/prompt.tsx';
import type { PromptPart } from '#ui/prompt/prompt-part.ts';
import type { PromptPart as ItemPart } from '#domain/items/item.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { StatusBar } from '#ui/status/status-bar.tsx';
import { StatusGlyph, StatusTag } from '#ui/status/status-glyph.tsx';
import { StatusLegend } from '#ui/status/status-legend.tsx';
import { statusKeys } from '#ui/status/status-style.ts';
import { SyncChip } from '#ui/sync/sync-chip.tsx';
import type { SyncState } from '#ui/sync/sync-state.ts';

/** Every component with believable content, screen by screen: what the accessibility tests and our own eyes go over. */
export const galleryScreens = {
  today: Today,
  controls: Controls,
  states: States,
  statuses: Statuses,
  question: () => <Question />,
  columns: () => <Question parts={columns} />,
  groups: () => <Question parts={rings} />,
  bond: () => <Question parts={bond} />,
  choice: ChoiceQuestion,
  interview: Interview,
  secret: Secret,
  names: Names,
  pin: Pin,
  pictures: PicturesSheet,
  badges: Badges,
  dialog: () => <Layer form="dialog" />,
  sheet: () => <Layer form="sheet" />,
} as const satisfies Readonly<Record<string, () => ReactNode>>;

export type GalleryScreen = keyof typeof galleryScreens;

const noop = () => {};
const MORNING = Date.UTC(2026, 10, 20, 10, 42);

const syncStates: readonly SyncState[] = [
  { state: 'all-sent', at: MORNING },
  { state: 'waiting', count: 3 },
  { state: 'sending', done: 1, total: 3 },
  { state: 'offline', count: 3 },
  { state: 'offline', count: 0 },
  { state: 'busy', count: 3 },
  { state: 'busy', count: 0 },
  { state: 'old', count: 12, since: MORNING },
  { state: 'needs-you', count: 2 },
  { state: 'storage-risk' },
];

const nav = [
  { href: '#today', label: 'Today', icon: <CalendarCheck />, current: true },
  { href: '#groups', label: 'Groups', icon: <Users />, current: false },
  { href: '#dashboards', label: 'Dashboards', icon: <LayoutGrid />, current: false },
  { href: '#settings', label: 'Settings', icon: <Settings />, current: false },
];

function Shell({ children, sync = 0 }: { readonly children: ReactNode; readonly sync?: number }) {
  return (
    <AppShell
      title="Room 12 · Riverside School"
      nav={nav}
      end={
        <SyncChip
          sync={syncStates[sync] ?? { state: 'storage-risk' }}
          onPress={noop}
          timeZone="UTC"
        />
      }
    >
      {children}
    </AppShell>
  );
}

function Today() {
  return (
    <Shell sync={3}>
      <Page title="Good morning" lead="Friday, 20 November">
        <Card
          tone="main"
          title="Continue the interviews"
          aside={<span className="soft">6 students left</span>}
        >
          <p>Spanish Interpersonal Oral · Unit 1, Greetings</p>
          <StatusBar
            size="m"
            withCounts
            numeral="11 of 28 mastered"
            counts={{
              mastered: 10,
              'check-again': 1,
              nearly: 4,
              working: 6,
              'not-started': 6,
              excused: 1,
            }}
          />
          <Row>
            <Button kind="primary">Continue with Amara</Button>
            <Button kind="quiet">Choose another student</Button>
          </Row>
        </Card>
        <Row align="stretch" equal gap={5}>
          <Card title="Who needs me">
            <Stack gap={2}>
              <AvatarTile
                layout="row"
                name="Diego"
                avatar="fox"
                note="Four tries, not yet"
                onPress={noop}
              />
              <AvatarTile layout="row" name="Lin" avatar="whale" note="Two views" onPress={noop} />
            </Stack>
          </Card>
          <Card title="Start a check" tone="flat">
            <p>Students start by themselves on the class tablet.</p>
            <Row>
              <Button icon={<Plus />}>Set a check</Button>
            </Row>
          </Card>
        </Row>
        <Banner
          tone="amber"
          title="One tablet has not reported since yesterday"
          action={<Button>Show</Button>}
        >
          Tablet 07 may hold results.
        </Banner>
      </Page>
    </Shell>
  );
}

function Controls() {
  const [name, setName] = useState('Riverside School');
  const [zone, setZone] = useState<'ny' | 'la' | null>(null);
  const [size, setSize] = useState<'big' | 'small' | null>('big');
  const [units, setUnits] = useState<readonly ('add' | 'sub' | 'mul')[]>(['add']);
  const [isOn, setIsOn] = useState(true);
  const [query, setQuery] = useState('');
  const [code, setCode] = useState('K7M2');
  const [tab, setTab] = useState('one');
  return (
    <Shell>
      <Page title="Controls" width="reading" actions={<Button icon={<Printer />}>Print</Button>}>
        <Row>
          <Button kind="primary">Save</Button>
          <Button>Secondary</Button>
          <Button kind="quiet">Quiet</Button>
          <Button kind="danger">Erase this tablet</Button>
          <Button isDisabled>Not yet possible</Button>
          <LinkButton href="#x">A link</LinkButton>
        </Row>
        <Row>
          <Button kind="primary" size="l">
            Start
          </Button>
          <Button size="l">Take a break</Button>
          <Button kind="primary" size="xl">
            I am a student
          </Button>
        </Row>
        <Card title="Set up the school">
          <TextField label="Name of the school" value={name} onChange={setName} />
          <TextField
            label="Email"
            hint="You sign in with it."
            error="This is not an email address."
            value="ana@"
            onChange={noop}
          />
          <PassphraseField
            label="Passphrase"
            hint="Four or more words are best."
            autoComplete="new-password"
            value="correct horse"
            onChange={noop}
          />
          <Select
            label="Time zone"
            options={[
              { id: 'ny', label: 'New York' },
              { id: 'la', label: 'Los Angeles' },
            ]}
            value={zone}
            onChange={setZone}
          />
          <SegmentedControl
            label="Keys"
            labelShown
            options={[
              { id: 'big', label: '1 2 3 on top' },
              { id: 'small', label: '7 8 9 on top' },
            ]}
            value={size}
            onChange={setSize}
          />
          <CheckboxGroup
            label="Units in use"
            options={[
              { id: 'add', label: 'Addition', hint: '12 objectives' },
              { id: 'sub', label: 'Subtraction' },
              { id: 'mul', label: 'Multiplication' },
            ]}
            value={units}
            onChange={setUnits}
            columns={2}
          />
          <Checkbox isSelected={false} isIndeterminate onChange={noop}>
            All units
          </Checkbox>
          <Switch isOn={isOn} onChange={setIsOn} hint="For this tablet.">
            Sound
          </Switch>
          <Switch isOn={false} onChange={noop}>
            Larger text
          </Switch>
          <TextArea
            label="Names"
            hint="One name on each line."
            value={'Amara\nDiego\nLin'}
            onChange={noop}
            rows={4}
          />
          <SearchField label="Find a student" value={query} onChange={setQuery} />
        </Card>
        <Card title="Add this tablet">
          <CodeField label="Code from the teacher" value={code} onChange={setCode} />
          <CodeDisplay code="K7M2XQ9A" label="Code" />
        </Card>
        <Tabs
          label="Views"
          selected={tab}
          onSelect={setTab}
          tabs={[
            { id: 'one', label: 'Students', content: <p>Students first.</p> },
            { id: 'two', label: 'Badges', content: <p>Badges.</p> },
          ]}
        />
      </Page>
    </Shell>
  );
}

function States() {
  const [message, setMessage] = useState(true);
  return (
    <Shell sync={6}>
      <Page title="States" width="reading">
        <Snackbar
          message={message ? { id: '1', text: 'Amara: got it', onUndo: noop } : null}
          onDismiss={() => setMessage(false)}
        />
        <Stack gap={3}>
          {syncStates.map((sync, index) => (
            <SyncChip key={index} sync={sync} onPress={noop} timeZone="UTC" />
          ))}
        </Stack>
        <Banner title="A new version is ready">It is used after school.</Banner>
        <Banner tone="amber" title="12 results are only on this tablet">
          Since Tuesday.
        </Banner>
        <Banner tone="red" title="2 results cannot be sent" action={<Button>See why</Button>}>
          Somebody must look at them.
        </Banner>
        <Card title="Getting ready for offline">
          <ProgressList
            label="Download"
            parts={[
              { id: 'a', label: 'Class list', done: 28, total: 28 },
              { id: 'b', label: 'Courses', done: 1, total: 2 },
              { id: 'c', label: 'Results so far', done: 0, total: null },
            ]}
          />
        </Card>
        <Card>
          <Skeleton />
        </Card>
        <EmptyState
          title="Your students will appear here"
          icon={<Users />}
          action={<Button kind="primary">Add students</Button>}
        >
          Paste their names, or bring a file.
        </EmptyState>
        <ErrorState
          title="This tablet lost its place"
          safe="All 14 results are with the school. Nothing is lost."
          next="Open the page again, and go on where you were."
          action={<Button kind="primary">Open again</Button>}
          detail="db-closed: forced by the browser"
        />
      </Page>
    </Shell>
  );
}

const cells = (seed: number) =>
  Array.from(
    { length: 8 },
    (_, i) => statusKeys[(seed * 5 + i * i * 3 + i) % statusKeys.length] ?? 'working',
  );

function Statuses() {
  return (
    <Shell>
      <Page
        title="Multiplication"
        lead="Results up to 10:42 · 2 tablets have not reported"
        width="full"
      >
        <Row gap={4}>
          {statusKeys.map((status) => (
            <StatusGlyph key={status} status={status} size="l" />
          ))}
        </Row>
        <ScrollRegion label="Objectives">
          <table
            className="status-grid"
            style={{ tableLayout: 'fixed', minInlineSize: '44rem', inlineSize: '100%' }}
          >
            <thead>
              <tr>
                <th scope="col" style={{ inlineSize: '12rem', textAlign: 'start' }}>
                  Student
                </th>
                {Array.from({ length: 8 }, (_, i) => (
                  <th scope="col" key={i}>
                    M{i + 1}
                  </th>
                ))}
                <th scope="col" style={{ inlineSize: '9rem' }}>
                  Unit
                </th>
              </tr>
            </thead>
            <tbody>
              {['Amara', 'Diego', 'Lin', 'Noor', 'Sam'].map((name, row) => (
                <tr key={name}>
                  <th scope="row" style={{ textAlign: 'start' }}>
                    {name}
                  </th>
                  {cells(row + 1).map((status, i) => (
                    <td key={i} data-status={status} aria-label={status} />
                  ))}
                  <td style={{ padding: '0.25rem' }}>
                    <StatusBar
                      numeral={`${row + 3}/9`}
                      counts={{
                        mastered: row + 2,
                        'check-again': 1,
                        nearly: row % 2,
                        working: 2,
                        'not-started': 4 - row,
                        excused: 1,
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <div className="status-letters">
          <Row>
            {statusKeys.map((status) => (
              <span
                key={status}
                data-status={status}
                style={{ padding: '0.75rem', borderRadius: '0.5rem' }}
              >
                <span className="visually-hidden">{status}</span>
              </span>
            ))}
          </Row>
        </div>
        <StatusLegend />
        <Card title="What the shapes mean">
          <StatusLegend detail="full" />
        </Card>
        <Row>
          {statusKeys.map((status) => (
            <StatusTag key={status} status={status} />
          ))}
        </Row>
      </Page>
    </Shell>
  );
}

const shown = (...prompt: readonly ItemPart[]) => shownPrompt({ prompt }, 'en');
const facts = shown({ type: 'equation', tokens: [7, '×', 8, '=', '_'] });
const columns = shown({ type: 'columns', op: '−', upper: 5203, lower: 847 });
const bond = shown({ type: 'bond', whole: 10, parts: [7, '_'] });
const stars = { en: 'stars', es: 'estrellas' };
const rings = shown(
  {
    type: 'text',
    text: { en: 'How many stars are there in all?', es: '¿Cuántas estrellas hay en total?' },
  },
  {
    type: 'figure',
    figure: {
      type: 'equal-groups',
      layout: 'groups',
      groups: 6,
      each: 4,
      object: { id: 'star', many: stars },
    },
    spoken: { en: '6 rings with 4 stars each', es: '6 grupos con 4 estrellas en cada grupo' },
  },
);
const answered = [true, true, true, false, true, false, false, false, false, false];

function Question({ parts = facts }: { readonly parts?: readonly PromptPart[] }) {
  const [text, setText] = useState('5');
  const [hidden, setHidden] = useState(false);
  const inline = parts !== rings;
  return (
    <StudentShell
      top={
        <CalmTimer
          totalMs={180_000}
          leftMs={112_000}
          isHidden={hidden}
          onToggle={() => setHidden(!hidden)}
        />
      }
      headStart={<DotsProgress answered={answered} current={5} />}
      headEnd={
        <Button kind="quiet" size="l">
          Break
        </Button>
      }
      aside={
        <Keypad
          onKey={(key) => setText(editNumber(text, key, { maxDigits: 4 }))}
          next={{ label: 'Next', isDisabled: text === '' }}
        />
      }
    >
      <Prompt parts={parts} blank={<AnswerBox size="line" value={text} />} />
      {inline ? null : <AnswerBox value={text} />}
    </StudentShell>
  );
}

function ChoiceQuestion() {
  const [sign, setSign] = useState<'lt' | 'eq' | 'gt' | null>(null);
  const [truth, setTruth] = useState<'yes' | 'no' | null>('yes');
  return (
    <StudentShell
      headStart={<DotsProgress answered={answered} current={5} />}
      foot={
        <Button kind="primary" size="l" wide isDisabled={sign === null}>
          Next
        </Button>
      }
    >
      <Prompt
        parts={shown({ type: 'equation', tokens: [48, '_', 84] })}
        blank={<AnswerBox size="line" value="" isActive={false} />}
      />
      <ChoiceButtons
        label="Sign"
        layout="row"
        options={[
          { id: 'lt', label: '<' },
          { id: 'eq', label: '=' },
          { id: 'gt', label: '>' },
        ]}
        value={sign}
        onChange={setSign}
      />
      <ChoiceButtons
        label="Is it true?"
        options={[
          { id: 'yes', label: 'It is true' },
          { id: 'no', label: 'It is not true' },
        ]}
        value={truth}
        onChange={setTruth}
      />
    </StudentShell>
  );
}

function Interview() {
  return (
    <StudentShell
      headStart={
        <Row>
          <Avatar id="owl" name="Amara" size="m" />
          <h1>Amara</h1>
        </Row>
      }
      headEnd={<span className="soft">3 of 8</span>}
      foot={
        <MarkBar onMark={noop}>
          <Button kind="quiet">Skip</Button>
          <Button kind="quiet">Note</Button>
          <Button kind="quiet">Last mark</Button>
        </MarkBar>
      }
    >
      <Stack gap={5}>
        <h2>I can say how I feel today.</h2>
        <Card title="Say">
          <p>“¿Cómo estás hoy?” Then: “¿Por qué?”</p>
        </Card>
        <Card title="It counts when" tone="flat">
          <p>The answer names a feeling and gives a reason. Small slips are fine.</p>
        </Card>
      </Stack>
    </StudentShell>
  );
}

function Secret() {
  return (
    <StudentShell
      headStart={
        <Row>
          <Avatar id="fox" name="Diego" />
          <h1>Diego</h1>
        </Row>
      }
      headEnd={
        <Button kind="quiet" size="l">
          Not you?
        </Button>
      }
      centred
    >
      <PicturePicker label="Your three pictures" onComplete={noop} />
    </StudentShell>
  );
}

const names = [
  'Amara',
  'Beatriz',
  'Chidi',
  'Diego',
  'Elif',
  'Farah',
  'Goran',
  'Hana',
  'Ibrahim',
  'Jun',
  'Kofi',
  'Maria Fernanda',
];

function Names() {
  return (
    <StudentShell headStart={<ProductSign />} headEnd={<Button size="l">Scan my badge</Button>}>
      <h1>Who are you?</h1>
      <AvatarGrid>
        {names.map((name, index) => (
          <AvatarTile
            key={name}
            name={name}
            avatar={avatarIds[index * 4] ?? 'new-one'}
            onPress={noop}
          />
        ))}
      </AvatarGrid>
    </StudentShell>
  );
}

function Pin() {
  return (
    <StudentShell headStart={<ProductSign />} centred>
      <PinPad label="Your PIN" onComplete={noop} error="That is not it. Try again." />
    </StudentShell>
  );
}

function PicturesSheet() {
  return (
    <Page title="Pictures" width="full">
      <div
        style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, 6rem)', gap: '0.75rem' }}
      >
        {pictureIds.map((id) => (
          <div
            key={id}
            style={{
              background: '#fffdf9',
              padding: '0.5rem',
              color: '#1b2430',
              textAlign: 'center',
            }}
          >
            <Picture id={id} />
            {id}
          </div>
        ))}
        {avatarIds.map((id) => (
          <div key={id} style={{ textAlign: 'center' }}>
            <Avatar id={id} name={id} size="l" named />
            {id}
          </div>
        ))}
        <Avatar id="unknown" name="Zoë" size="l" />
      </div>
      <PictureSecret pictures={['sun', 'boat', 'key']} />
    </Page>
  );
}

function Badges() {
  return (
    <Page title="Badges" width="full">
      <ScrollRegion label="Badges">
        <BadgeSheet>
          {names.slice(0, 4).map((name, index) => (
            <Badge
              key={name}
              name={name}
              avatar={avatarIds[index * 4] ?? ''}
              group="Room 12"
              code={`9OF10:${'K7M2XQ9A'.repeat(2)}${index}`}
              codeLabel={`Badge of ${name}`}
            />
          ))}
        </BadgeSheet>
      </ScrollRegion>
    </Page>
  );
}

function Layer({ form }: { readonly form: 'dialog' | 'sheet' }) {
  const [isOpen, setIsOpen] = useState(true);
  const Form = form === 'dialog' ? Dialog : BottomSheet;
  return (
    <Page title="Layers">
      <Button onPress={() => setIsOpen(true)}>Open</Button>
      <Form
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Amara · Multiply two one-digit numbers"
        actions={
          <>
            <Button kind="primary" onPress={() => setIsOpen(false)}>
              Mark as got it
            </Button>
            <Button>Not yet</Button>
          </>
        }
      >
        <StatusTag status="nearly" />
        <p>8 of 10 on 18 November, in time. One more than last week.</p>
      </Form>
    </Page>
  );
}
