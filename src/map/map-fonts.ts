// MapLibre reads the weight out of the first family's name: one that nobody has carries it to the others
const FAMILIES = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC'
/** Names on the map, in the system's fonts. */
export const FONT = [FAMILIES]
export const FONT_BOLD = [`Lifecircle Semibold, ${FAMILIES}`]
