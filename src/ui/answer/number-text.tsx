export interface NumberTextProps {
  readonly value: string;
  readonly decimalMark?: string | undefined;
}

/** A typed number as it is read: a true minus sign, the school's decimal mark, always left to right. */
export function NumberText({ value, decimalMark = '.' }: NumberTextProps) {
  return <bdi dir="ltr">{value.replace('-', '\u2212').replace('.', decimalMark)}</bdi>;
}
