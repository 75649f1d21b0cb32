/** Runs before the first paint, so that a chosen theme does not flash over the other one. */
(() => {
  const theme = localStorage.getItem('stagegate-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
})();
