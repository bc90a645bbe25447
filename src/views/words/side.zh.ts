import type { Side } from '../../model/side-of-box'

const SIDE: Record<Side, string> = {
  north: '北侧',
  northeast: '东北侧',
  east: '东侧',
  southeast: '东南侧',
  south: '南侧',
  southwest: '西南侧',
  west: '西侧',
  northwest: '西北侧',
}

/** Where at the edge of a community something is. */
export const sideZh = {
  of: (community: string, side: Side) => `${community}${SIDE[side]}`,
  gate: (side: Side) => `${SIDE[side]}出入口`,
}
