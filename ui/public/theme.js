// Runs before the first paint, so that a dark desk never flashes white. A file of its own: the page allows no inline script.
(function () {
  var kept = null;
  try { kept = localStorage.getItem('shopdesk.theme'); } catch (_) { /* storage may be shut off; the system's theme serves */ }
  var dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
  try { document.documentElement.lang = localStorage.getItem('shopdesk.language') || 'zh-CN'; } catch (_) { /* as above */ }
})();
