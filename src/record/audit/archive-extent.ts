/** How far the archive goes: its last event, and when that was written. */
export interface ArchiveExtent {
  through: number;
  until: Date;
}
