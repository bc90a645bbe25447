/** What is printed: A3 landscape less 10 mm on each side, in millimetres; `sheet.css` names the same sheet. */
export const SHEET_MM = { width: 400, height: 276 } as const

const PX_PER_INCH = 96
const PX_PER_MM = PX_PER_INCH / 25.4
// lines and names of a plan are sharp from about here; a map of a screen's pixels alone has 70 to 120
const MAP_DOTS_PER_INCH = 200

/** A width and a height in CSS pixels. */
export interface Box {
  readonly width: number
  readonly height: number
}

/** The page as it is laid out for paper. */
export interface SheetForm extends Box {
  /** how many times as large a CSS pixel of it is on paper as 1/96 inch */
  readonly scale: number
}

/** The page of a window in the form of the sheet: as large as the window at least, so that nothing gets smaller. */
export function sheetForm({ width, height }: Box): SheetForm {
  const ratio = SHEET_MM.width / SHEET_MM.height
  const wide = Math.max(width, Math.ceil(height * ratio), 1)
  const form = { width: wide, height: Math.round(wide / ratio) }
  const scale = Math.min(
    (SHEET_MM.width * PX_PER_MM) / form.width,
    (SHEET_MM.height * PX_PER_MM) / form.height,
  )
  return { ...form, scale }
}

/** How many times a picture is enlarged that fills a box and keeps its form; 1: it does so as it is. */
export function enlargementToFill(picture: Box, box: Box): number {
  if (picture.width <= 0 || picture.height <= 0) return 1
  return Math.max(box.width / picture.width, box.height / picture.height)
}

/** Pixels of a map that a CSS pixel needs to be sharp on paper, where one is so many times as large as 1/96 inch. */
export function pixelRatioOnPaper(scale: number): number {
  return (MAP_DOTS_PER_INCH * scale) / PX_PER_INCH
}
