const PATHS = {
  data: 'M3 6.5 10 3l7 3.5-7 3.5zM3 10l7 3.5 7-3.5M3 13.5 10 17l7-3.5',
  assess: 'M10 3a7 7 0 1 0 7 7M10 6.5A3.5 3.5 0 1 0 13.5 10M10 10l6-6',
  gaps: 'M13 3.7a7 7 0 0 0-9.3 9.3M7 16.3A7 7 0 0 0 16.3 7M4 16 16 4',
  plan: 'M3 17h14M5 17V8l5-4 5 4v9M8.5 17v-4h3v4',
  present: 'M3 4h14v9H3zM10 13v4M6.5 17h7',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4',
  open: 'M3 16V5h5l2 2h7v2M3 16l2.5-7H18l-2.5 7z',
  save: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 13v3.5h13V13',
  table: 'M3 4h14v12H3zM3 8h14M8 4v12',
  dark: 'M16.5 11.5A7 7 0 1 1 8.5 3.5a5.5 5.5 0 0 0 8 8z',
  light:
    'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1',
  close: 'M5 5l10 10M15 5 5 15',
  locate: 'M10 6a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM10 2v4M10 14v4M2 10h4M14 10h4',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  eyeOff:
    'M3 3l14 14M7 5.6A8 8 0 0 1 10 5c5 0 8 5 8 5a14 14 0 0 1-2.6 3M5 7a14 14 0 0 0-3 3s3 5 8 5a8 8 0 0 0 2.6-.4',
  chevron: 'M7.5 5l5 5-5 5',
  left: 'M12.5 5l-5 5 5 5',
  up: 'M5 12.5l5-5 5 5',
  down: 'M5 7.5l5 5 5-5',
  upload: 'M10 13V4M6.5 7.5 10 4l3.5 3.5M3.5 13v3.5h13V13',
  warning: 'M10 3 2.5 16.5h15zM10 8v4M10 14.2v.1',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9v4.5M10 6.5v.1',
  error: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v5M10 13.5v.1',
  plus: 'M10 4v12M4 10h12',
  copy: 'M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z',
  pen: 'M4 16l.8-3.6L13.5 3.7l2.8 2.8-8.7 8.7zM11.5 5.7l2.8 2.8',
  note: 'M4 3.5h12v9l-4 4H4zM12 16.5v-4h4M7 7h6M7 10h4',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  unlock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 5.8-1',
  trash: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5',
  undo: 'M7.5 4 4 7.5 7.5 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8',
  redo: 'M12.5 4 16 7.5 12.5 11M16 7.5H8.5a4.5 4.5 0 0 0 0 9H12',
  move: 'M10 3v14M3 10h14M8 5l2-2 2 2M8 15l2 2 2-2M5 8l-2 2 2 2M15 8l2 2-2 2',
  path: 'M4 16c0-6 12-2 12-9M4 14.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3zM16 3.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
  cut: 'M3 10h4M13 10h4M8.5 7.5l3 5M11.5 7.5l-3 5',
  wall: 'M2.5 6v8M2.5 10h4M17.5 6v8M17.5 10h-4M6.5 6v8M13.5 6v8',
  print: 'M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.1M8.5 8.5h.1M11.5 8.5h.1M14.5 8.5h.1M6.5 11.5h7',
} as const

export type IconName = keyof typeof PATHS

/** A line icon; decoration only, the control around it carries the label. */
export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    <svg className={small ? 'icon icon-small' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
