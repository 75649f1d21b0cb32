/** What Home says. */
export const HOME_TEXTS = {
  title: 'Home',
  waiting: 'Awaits a decision',
  nothingWaiting: 'Nothing waits. When a version passes its gates and needs approval, it shows here.',
  decided: 'Decided lately',
  nothingDecided: 'Nothing was decided yet.',
  review: 'Review',
  open: 'Open',
  by: 'by',
  first: 'First use',
  firstSteps: ['Register a version', 'Submit its evaluation', 'Ask for Production'],
  firstHint: 'Nothing is registered yet. From the command line:',
  example: 'Load the census example',
  exampleHint: 'Four real models, one in Production, one refused, and one that awaits you.',
  loading: 'Loading the example …',
  mayNotLoad: 'Only an administrator may load it.',
} as const;
