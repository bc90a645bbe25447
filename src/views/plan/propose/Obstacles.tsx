import type { Obstacle } from '../../../model/proposal'
import { useLanguage } from '../../app-context'
import { useNames } from '../../use-names'
import { tellObstacle } from './tell-obstacle'

/** Which demands on a plan cannot hold together; nothing where they can. */
export function Obstacles({ obstacles }: { readonly obstacles: readonly Obstacle[] }) {
  const language = useLanguage()
  const names = useNames()
  if (obstacles.length === 0) return null
  return (
    <div className="plan-obstacles" role="alert">
      <strong>{language.words.propose.obstacles}</strong>
      <ul>
        {obstacles.map((obstacle) => {
          const told = tellObstacle(obstacle, names, language)
          return <li key={told}>{told}</li>
        })}
      </ul>
    </div>
  )
}
