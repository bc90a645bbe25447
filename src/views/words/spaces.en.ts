import { fieldsEn } from './fields.en'
import type { SpacesWords } from './spaces.zh'

export const spacesEn: SpacesWords = {
  hint: (count) =>
    `${count} spaces. Press a cell to change it; empty is unknown. Changes are kept under Data › Corrections and can be undone one by one; the surveyed layer stays.`,
  noneHint: 'Import candidate spaces in Data (CSV, XLSX, GeoJSON), or draw one under Plan › Assets › Spaces.',
  template: 'Download a form XLSX',
  heading: (field) => (field === 'name' ? 'Name' : fieldsEn[field]),
  columns: { id: 'Id', lon: 'Longitude', lat: 'Latitude' },
  placed: 'Placed by community',
  placedHint:
    'The table gave no coordinates: it stands somewhere inside its community, and walks to it are estimates. Import it with coordinates, or draw it anew',
  grade: (grade) => `Grade ${grade}`,
  drop: 'Leave out',
  dropOne: (name) => `Leave out ${name}`,
  draw: { area: 'Draw a plot', point: 'Place a room' },
  drawHint: {
    area: 'Click corner by corner, double-click or Enter to finish; its area is that of the outline, its community the one it lies in',
    point: 'Click where the room is; fill in area, storey and the rest beside the map or in the table',
  },
  newName: (number) => `New space ${number}`,
  editTable: 'Fill in as a table',
  fill: 'Fill in',
  choice: {
    vacant_land: 'Vacant plot',
    waste_land: 'Waste land',
    idle_room: 'Idle room',
    underground: 'Underground',
    public_stock: 'Public housing stock',
    owners: 'Owners in common',
    government: 'Government',
    state_enterprise: 'State enterprise',
    private: 'Private',
    civil_defense: 'Civil defense',
    brick: 'Brick and concrete',
    concrete: 'Reinforced concrete',
    steel: 'Steel',
    timber: 'Timber',
    mixed: 'Mixed',
  },
}
