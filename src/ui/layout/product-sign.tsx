import css from './product-sign.module.css';

/** Centres of the ten dots, two rows of five, in a 100 x 44 box; the tenth is open. */
const centres = Array.from({ length: 10 }, (_, index) => ({
  x: 10 + (index % 5) * 20,
  y: index < 5 ? 12 : 32,
  open: index === 9,
}));

/** The sign of the product: ten dots, nine of them filled. Decoration beside its name. */
export function ProductSign({ size = 'm' }: { readonly size?: 'm' | 'l' }) {
  return (
    <svg viewBox="0 0 100 44" className={css[size] ?? ''} aria-hidden focusable="false">
      {centres.map(({ x, y, open }) =>
        open ? (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="6.4" className={css['open'] ?? ''} />
        ) : (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="8" className={css['dot'] ?? ''} />
        ),
      )}
    </svg>
  );
}
