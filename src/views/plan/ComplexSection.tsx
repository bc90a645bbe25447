import type { Complex } from '../../model/service-complex'
import { useLanguage } from '../app-context'
import { Section } from '../ui/Section'
import { ComplexCard } from './ComplexCard'

/** The complexes of embedded services among what is planned; nothing where there are none. */
export function ComplexSection({ complexes }: { readonly complexes: readonly Complex[] }) {
  const { words, format } = useLanguage()
  if (complexes.length === 0) return null
  return (
    <Section title={words.complex.title} aside={words.complex.count(format.count(complexes.length))} isFlush>
      <p className="section-body caption">{words.complex.hint}</p>
      <ul>
        {complexes.map((complex) => (
          <ComplexCard
            key={complex.spaces.join(' ')}
            complex={complex}
            isOpenFirst={complexes.length === 1}
          />
        ))}
      </ul>
    </Section>
  )
}
