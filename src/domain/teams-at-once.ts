/** Above so many teams, all of them at once are more than one page should carry: then one is shown. */
export const teamsAtOnce = 6;
