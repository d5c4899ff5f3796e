// Small comforts; every page works without them.
// Enter sends, Shift+Enter makes a new line; the box empties and the newest turn comes into view.
document.addEventListener('keydown', (event) => {
  if (event.target.matches?.('.ask textarea') && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});
document.addEventListener('submit', () => document.getElementById('alerts')?.replaceChildren());

/** Follows a turn while it is worked on, and puts the answer where it waits. */
function follow(turn) {
  const { stream } = turn.dataset;
  turn.removeAttribute('data-stream');
  const events = new EventSource(stream);
  const doing = turn.querySelector('.doing');
  const answer = turn.querySelector('.answer');
  events.addEventListener('doing', ({ data }) => {
    doing.textContent = JSON.parse(data);
  });
  events.addEventListener('text', ({ data }) => {
    answer.textContent += JSON.parse(data);
  });
  events.addEventListener('done', ({ data }) => {
    events.close();
    const holder = document.createElement('div');
    holder.innerHTML = JSON.parse(data);
    const done = holder.firstElementChild;
    turn.replaceWith(done);
    window.htmx.process(done);
    done.scrollIntoView({ block: 'nearest' });
  });
  // A connection that was cut is taken up again; the server tells everything anew.
  events.addEventListener('open', () => {
    answer.textContent = '';
  });
}

document.addEventListener('htmx:after:swap', () => {
  for (const turn of document.querySelectorAll('[data-stream]')) {
    follow(turn);
    turn.scrollIntoView({ block: 'nearest' });
    const box = document.querySelector('textarea[name="text"]');
    if (box) {
      box.value = '';
      box.focus();
    }
  }
});

// Copying by a button, where the browser lets a page copy: over https, or on this machine.
for (const button of document.querySelectorAll('[data-copies]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const box = document.getElementById(button.dataset.copies);
    box.select();
    await navigator.clipboard.writeText(box.value);
    button.parentElement.querySelector('[role="status"]').textContent = 'Copied.';
  });
}
