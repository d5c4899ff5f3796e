// Small comforts; every page works without them.
// Enter sends, Shift+Enter makes a new line; the box empties and the newest turn comes into view.
document.addEventListener('keydown', (event) => {
  if (event.target.matches?.('.ask textarea') && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});
document.addEventListener('submit', () => document.getElementById('alerts')?.replaceChildren());
document.addEventListener('htmx:after:swap', () => {
  const box = document.querySelector('textarea[name="text"]');
  const turns = document.querySelectorAll('#conversation .turn');
  const newest = turns[turns.length - 1];
  if (newest && newest !== document.lastTurn) {
    document.lastTurn = newest;
    newest.scrollIntoView({ block: 'nearest' });
    if (box) {
      box.value = '';
      box.focus();
    }
  }
});
