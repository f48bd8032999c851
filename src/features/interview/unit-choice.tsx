import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import type { Offer } from './units-on-offer.ts';
import css from './start.module.css';

export interface UnitChoiceProps {
  readonly offers: readonly Offer[];
  readonly chosen: Offer;
  readonly onChoose: (offer: Offer) => void;
}

/** What the interview is about: a unit, or all units of a course in one sitting. */
export function UnitChoice({ offers, chosen, onChoose }: UnitChoiceProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const courses = [...new Set(offers.map(({ course }) => course))];
  return (
    <RadioGroup
      aria-label={t`What the interview is about`}
      value={keyOf(chosen)}
      onChange={(key) => {
        const offer = offers.find((one) => keyOf(one) === key);
        if (offer !== undefined) onChoose(offer);
      }}
      className={css['offers'] ?? ''}
    >
      {courses.map((course) => (
        <div key={course.id} role="group" aria-label={local(course.title)}>
          <h2>{local(course.title)}</h2>
          <div className={css['units']}>
            {offers
              .filter((offer) => offer.course === course)
              .map((offer) => (
                <Radio key={offer.address} value={keyOf(offer)} className={css['unit'] ?? ''}>
                  <UnitName
                    offer={offer}
                    siblings={offers.filter((one) => one.course === course)}
                  />
                </Radio>
              ))}
          </div>
        </div>
      ))}
    </RadioGroup>
  );
}

/** "Unit 1: Who I am", "Both units (8)". */
function UnitName({
  offer,
  siblings,
}: {
  readonly offer: Offer;
  readonly siblings: readonly Offer[];
}) {
  const { t } = useLingui();
  const local = useLocalText();
  const { course, unit, positions } = offer;
  const count = positions.length;
  if (unit === null) {
    const single = siblings.length - 1;
    return (
      <>
        <strong>
          {single === 2 ? t`Both units (${count})` : t`All ${single} units (${count})`}
        </strong>
        <span>{t`In one sitting`}</span>
      </>
    );
  }
  const number = course.units.indexOf(unit) + 1;
  return (
    <>
      <strong>{t`Unit ${number}`}</strong>
      <span>
        {local(unit.title)} · {plural(count, { one: '# objective', other: '# objectives' })}
      </span>
    </>
  );
}

function keyOf({ course, address }: Offer): string {
  return `${course.id} ${address}`;
}
