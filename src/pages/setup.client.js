// Runs in the browser, on /setup. The token stays in the fragment, which browsers send to nobody, until the form is sent.
const byId = (id) => document.getElementById(id);
const FIELDS = ['name', 'email', 'password'];
const token = new URLSearchParams(location.hash.slice(1)).get('token');

/** Shows one of the page's sections and no other. */
function show(id) {
  for (const section of document.querySelectorAll('main > section')) section.hidden = section.id !== id;
}

/** Says what is wrong with a field, beside it; nothing when it is fine. */
function mark(field, message = '') {
  const input = byId(field);
  const error = byId(`${field}-error`);
  error.textContent = message;
  error.hidden = !message;
  if (message) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

/** Says what is wrong with the whole. */
function fault(message = '') {
  byId('fault').querySelector('p').textContent = message;
  byId('fault').hidden = !message;
}

/** What a person sees to be missing before anything is sent; the server judges the rest. */
function missing(field) {
  const { value, validity } = byId(field);
  if (field === 'name' && !value.trim()) return 'Enter your name.';
  if (field === 'email' && !value.trim()) return 'Enter your e-mail address.';
  if (field === 'email' && !validity.valid) return 'This is not an e-mail address. It looks like ada@example.com.';
  if (field === 'password' && value === '') return 'Choose a password.';
  return '';
}

function focusFirstFault() {
  document.querySelector('[aria-invalid="true"]')?.focus();
}

/** Shows why the server refused. */
function refused(problem) {
  let placed = false;
  for (const { field, message } of problem.errors ?? []) {
    if (!FIELDS.includes(field)) continue;
    mark(field, message);
    placed = true;
  }
  if (placed) return focusFirstFault();
  const again = 'Start the server again: while nobody owns the installation, every start prints a new link.';
  fault(problem.code === 'auth.invalid_claim' ? `${problem.detail} ${again}` : problem.detail);
}

/** Text as one word of a POSIX shell. */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** A command over several lines, one an option. */
const folded = (command) => command.replace(/ (-[Hd]) /g, ' \\\n  $1 ');

function done(email) {
  // A reload must not offer the used link again, and the history need not keep it.
  history.replaceState(null, '', location.pathname);
  byId('owner').textContent = email;
  const sample = byId('sample').querySelector('pre');
  byId('sample').hidden = sample.textContent === '';
  sample.textContent = folded(sample.textContent);
  const body = JSON.stringify({ email, password: 'your password' });
  const address = `${location.origin}/api/v1/auth/login`;
  const login = `curl -X POST ${address} -H 'content-type: application/json' -d ${quoted(body)}`;
  byId('login').textContent = folded(login);
  byId('password').value = '';
  document.title = 'It is yours – Orchestrator';
  show('done');
  document.querySelector('#done h1').focus();
}

async function send() {
  const [name, email, password] = FIELDS.map((field) => byId(field).value);
  const answer = await fetch('/api/v1/auth/setup', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, name: name.trim(), email: email.trim(), password }),
  });
  if (answer.ok) done(email.trim());
  else refused(await answer.json());
}

document.forms[0].addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = byId('send');
  if (button.getAttribute('aria-disabled') === 'true') return;
  fault();
  for (const field of FIELDS) mark(field, missing(field));
  if (document.querySelector('[aria-invalid="true"]')) return focusFirstFault();
  const label = button.textContent;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = 'Claiming…';
  await send().catch(() => fault('The server can’t be reached. What you typed is kept: try again.'));
  button.removeAttribute('aria-disabled');
  button.textContent = label;
});
for (const field of FIELDS) byId(field).addEventListener('input', () => mark(field));
byId('show').addEventListener('click', () => {
  const hide = byId('password').type === 'text';
  byId('password').type = hide ? 'password' : 'text';
  byId('show').setAttribute('aria-pressed', String(!hide));
});

if (document.querySelector('main').dataset.claimed === 'true') show('claimed');
else show(token ? 'claim' : 'incomplete');
// A pasted link changes the fragment alone, which loads no page anew.
addEventListener('hashchange', () => location.reload());
