/** The pattern of «not served» for bars of one chart: told from served without color. */
export function VerdictHatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="fill-unserved-soft" />
        <rect width="2.4" height="5" className="fill-unserved" />
      </pattern>
    </defs>
  )
}
