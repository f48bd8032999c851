/**
 * Bugs that somebody could write, planted in the client or the server for one run: the proof that the model can fail.
 * `node test/model/planted.ts` plants each and says after how many histories it was found; the list with the numbers is in README.md.
 */
import type { Change } from './bundle.ts';
import { runModel } from './run-model.ts';

export interface PlantedBug {
  readonly name: string;
  readonly changes: readonly Change[];
  /** The server answers for what it does not keep. */
  readonly serverForgets?: boolean;
}

const client = (name: string, file: string, from: string, to: string): PlantedBug => ({
  name,
  changes: [{ file: `src/data/${file}`, from, to }],
});

/** The ledger's gaps and its word that history is another one are not listened to. */
const DEAF: readonly Change[] = [
  {
    file: 'src/data/acks.ts',
    from: 'for (const [from, to] of entry.gaps) runs = withoutRange(runs, from, to);',
    to: '',
  },
  {
    file: 'src/data/acks.ts',
    from: 'if (entry.reoffer) return { ...book, told, runs: [] };',
    to: '',
  },
];

export const PLANTED: readonly PlantedBug[] = [
  {
    // One without the other is healed by the ledger, and so never found: that is what the ledger is for.
    name: 'a request without an answer counts as taken, and the ledger is not listened to',
    changes: [
      {
        file: 'src/data/outbox.ts',
        from: "if (outcome.type !== 'answer') return failed(ports, outcome);\n    const named",
        to: `if (outcome.type === 'unreachable') await takeResults(books, rows, {
      results: rows.map((row) => ({ ...row, outcome: 'stored' })), epoch: epoch ?? '', receipt: 0, ledger: [],
    });
    if (outcome.type !== 'answer') return failed(ports, outcome);
    const named`,
      },
      ...DEAF,
    ],
  },
  { name: 'acknowledgements are never forgotten', changes: DEAF },
  client(
    'a tap is called saved before it is written',
    'append-event.ts',
    'const written = await ports.events.insert(row);',
    'void ports.events.insert(row); const written = { ok: true, value: { taken: null } };',
  ),
  client(
    'a slot that another tab has taken is not noticed',
    'append-event.ts',
    'if (taken === null) return ok(row);',
    'return ok(row);',
  ),
  client(
    'events are signed with other bytes',
    'append-event.ts',
    'signer.value.mac(text.value)',
    "signer.value.mac(text.value + ' ')",
  ),
  client(
    'a finished check gets an id of its own',
    'draft-row.ts',
    'id: draft.id,',
    'id: undefined,',
  ),
  {
    // One without the other is no bug that anybody meets: each lets go of what was applied.
    name: 'the overlay keeps what was applied, and does not forget it either',
    changes: [
      {
        file: 'src/data/own-events.ts',
        from: 'filter(({ slot }) => slot > from)',
        to: 'filter(() => true)',
      },
      {
        file: 'src/data/own-events.ts',
        from: 'const from = applied(stream);\n        const [first]',
        to: 'const from = -1;\n        const [first]',
      },
    ],
  },
  client(
    'the last document of a page is dropped',
    'pull.ts',
    '...answer.documents,\n    checkpointRow',
    '...answer.documents.slice(0, -1),\n    checkpointRow',
  ),
  client(
    'what left the scope stays',
    'pull.ts',
    '[...keys].filter((key) => !full.has(key)) : []',
    '[] : []',
  ),
  client(
    'no pause after a failure',
    'loop.ts',
    'const FIRST_MS = 1000;\nconst LONGEST_MS = 60_000;',
    'const FIRST_MS = 1;\nconst LONGEST_MS = 1;',
  ),
  {
    // One without the other is no bug that anybody meets: a second copy of everything is with the school as well.
    name: 'leaving waits neither for the school nor for its second copy',
    changes: [
      {
        file: 'src/data/leave.ts',
        from: "if (!books.proven(streams) || unsent() > 0) return 'sending';",
        to: '',
      },
      {
        file: 'src/data/leave.ts',
        from: "if (!twice || onlyHere(all) > 0) return 'second-copy';",
        to: '',
      },
    ],
  },
  { name: 'the server answers for what it did not keep', changes: [], serverForgets: true },
];

export interface FoundBug {
  readonly name: string;
  /** Histories until it was found; null: not found. */
  readonly after: number | null;
  readonly fault: string;
}

/** Plants one bug and looks for it in at most so many histories. */
export async function findPlanted(bug: PlantedBug, seeds: number, from = 1): Promise<FoundBug> {
  const { changes, serverForgets = false, name } = bug;
  const ran = await runModel({
    seeds,
    from,
    changes,
    serverForgets,
    endAtFailure: true,
    shrink: false,
  });
  const [failure] = ran.failures;
  return {
    name,
    after: failure === undefined ? null : (ran.counts['seeds'] ?? 0),
    fault: failure?.faults[0] ?? '',
  };
}
