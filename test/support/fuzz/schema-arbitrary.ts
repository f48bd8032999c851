/** Values that a TypeBox schema allows, as fast-check makes and shrinks them. It knows the parts of JSON Schema that ours use. */
import fc from 'fast-check';

interface Node {
  readonly type?: string;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node | readonly Node[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** Long enough to be odd, short enough to be many. */
const LONG = 40;
const MANY = 4;

function texts({ pattern, minLength = 0, maxLength = LONG }: Node): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const most = Math.max(minLength, Math.min(maxLength, LONG));
  return fc.string({ minLength, maxLength: most, unit: 'grapheme' });
}

function numbers({ type, minimum, maximum }: Node): fc.Arbitrary<number> {
  if (type === 'integer') {
    const min = minimum ?? Number.MIN_SAFE_INTEGER;
    return fc.integer({ min, max: maximum ?? Number.MAX_SAFE_INTEGER });
  }
  return fc.double({
    noNaN: true,
    noDefaultInfinity: true,
    ...(minimum === undefined ? {} : { min: minimum }),
    ...(maximum === undefined ? {} : { max: maximum }),
  });
}

function objects({ properties = {}, required }: Node): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, node]) => [name, arbitraryOfNode(node)]),
  );
  return fc.record(fields, { requiredKeys: [...(required ?? [])] });
}

function arrays({ items, minItems = 0, maxItems = MANY }: Node): fc.Arbitrary<unknown> {
  if (Array.isArray(items)) return fc.tuple(...items.map((node: Node) => arbitraryOfNode(node)));
  const each = items === undefined ? fc.jsonValue() : arbitraryOfNode(items as Node); // no array: see above
  const maxLength = Math.max(minItems, Math.min(maxItems, MANY));
  return fc.array(each, { minLength: minItems, maxLength });
}

function arbitraryOfNode(node: Node): fc.Arbitrary<unknown> {
  if (node.anyOf !== undefined) return fc.oneof(...node.anyOf.map(arbitraryOfNode));
  if (node.enum !== undefined) return fc.constantFrom(...node.enum);
  if ('const' in node) return fc.constant(node.const);
  switch (node.type) {
    case 'string':
      return texts(node);
    case 'integer':
    case 'number':
      return numbers(node);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return arrays(node);
    case 'object':
      return objects(node);
    case undefined:
      return fc.jsonValue();
    default:
      throw new Error(`No values for the type ${node.type}`);
  }
}

/** @param schema of TypeBox: it is a JSON Schema */
export function arbitraryOf(schema: object): fc.Arbitrary<unknown> {
  return arbitraryOfNode(JSON.parse(JSON.stringify(schema)) as Node); // as JSON it is what `Node` says
}
