/** The people of the local site whom its person switcher offers, with what they may do in Jira. */
export const people = {
  /** OKR lead; works in all projects. */
  marta: {
    id: '712020:6f0d2b1e-3c58-4f6a-9a47-0b1f5a7d1c01',
    name: 'Marta Silva',
    role: 'OKR lead',
  },
  /** Administers GROW. */
  priya: {
    id: '712020:2a9be7c4-71d3-4c0e-8f52-9d3e6b8a2c02',
    name: 'Priya Raman',
    role: 'Team lead',
  },
  /** Leads Payments in the sample company, and administers PAY. */
  sofia: {
    id: '712020:a1d6c3e9-2f87-4b40-95ac-6b7d8f0e9c09',
    name: 'Sofia Rossi',
    role: 'Team lead of Payments',
  },
  /** Works in GROW, LEARN and TRUST. */
  tom: {
    id: '712020:b83c5d10-0e6f-4a9b-b7a1-4c7f2d9e3c03',
    name: 'Tom Okafor',
    role: 'Member',
  },
  /** Works in LEARN, reads GROW without editing there, cannot see TRUST. */
  jonas: {
    id: '712020:e41f7a92-5b2d-47c8-a6d3-8e0b1c4f4c04',
    name: 'Jonas Weber',
    role: 'No access to Trust & Safety',
  },
} as const;

export type Person = (typeof people)[keyof typeof people];
