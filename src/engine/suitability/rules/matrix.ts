import { find, findMissing, type HostingCheck } from '../check'

/** The matrix: whether such a place can take such a use at all. */
export const checkMatrix: HostingCheck = ({ place, space }, use) => {
  if (place === null) return [findMissing('MATRIX', space.kind === undefined ? 'kind' : 'storey')]
  const fit = use.fit[place]
  if (fit === 0 || fit === null) return [find('MATRIX', 'block', 'place-does-not-fit', { place })]
  return fit === 1 ? [find('MATRIX', 'condition', 'place-with-conditions', { place })] : []
}
