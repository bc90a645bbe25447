import { expect, test } from 'vitest'

import { drawScene } from './draw-scene'
import { at, Scene } from './scene'

const project = new Scene()
  .street('s<1>', [
    [0, 0],
    [100, 0],
    [100, 50],
  ])
  .community(
    'c',
    [
      [10, 10],
      [90, 10],
      [90, 40],
      [10, 40],
    ],
    { gated: true },
  )
  .gate('g', [90, 20], { access: 'closed' })
  .facility('f', 'MARKET', [0, 50])
  .barrier('lake', 'water', [
    [0, -60],
    [50, -60],
    [50, -20],
  ])
  .project()

test('a scene is drawn in metres, north up', () => {
  const svg = drawScene(project)
  expect(svg).toContain('d="M0 0L100 0L100 -50"')
  expect(svg).toContain('d="M10 -10L90 -10L90 -40L10 -40Z"')
  expect(svg).toContain('cx="90" cy="-20" r="6" fill="#c8321e"')
  // from the south-west corner of the lake to the far ends, 40 m around
  expect(svg).toContain('viewBox="-40 -90 180 190"')
})

test('every record is named, with its id escaped', () => {
  const titles = [...drawScene(project).matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title)
  expect(titles).toEqual([
    'barrier lake',
    'community c',
    'street s&lt;1> residential',
    'gate g closed',
    'facility f MARKET',
  ])
})

test('areas and walks lie on top', () => {
  const svg = drawScene(project, {
    areas: [[[at(0, 0), at(20, 0), at(0, 20)]]],
    lines: [[at(0, 0), at(0, -300)]],
  })
  expect(svg.indexOf('area 0')).toBeGreaterThan(svg.indexOf('facility f'))
  expect(svg).toContain('d="M0 0L20 0L0 -20Z"')
  expect(svg).toContain('d="M0 0L0 300"')
})
