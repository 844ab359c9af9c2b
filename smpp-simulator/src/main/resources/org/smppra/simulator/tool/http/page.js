'use strict';
// What comes from clients (system ids, texts) is only ever set as text, never as HTML.

const $ = id => document.getElementById(id);
const TILES = [
  ['submitted', 'Messages in'], ['submitsRefused', 'Refused'], ['reportsSent', 'Reports out'],
  ['messagesSent', 'Messages out'], ['acknowledged', 'Acknowledged'], ['complaints', 'Bad input'],
];

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

async function call(method, path, body) {
  const options = {method, headers: {'Content-Type': 'application/json'}};
  if (body !== undefined) {
    options.body = JSON.stringify(body);
  }
  const response = await fetch(path, options);
  const json = await response.json();
  if (!response.ok) {
    throw new Error((json.parameter ? json.parameter + ': ' : '') + json.error);
  }
  return json;
}

let noticeTimer;
function notice(text, isError) {
  $('notice').textContent = text;
  $('notice').className = isError ? 'error' : '';
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => { $('notice').textContent = ''; }, isError ? 8000 : 3000);
}

async function act(done, method, path, body) {
  try {
    const answer = await call(method, path, body);
    notice(done);
    poll();
    return answer;
  } catch (e) {
    notice(e.message, true);
    return null;
  }
}

/** Rows of texts or elements; a column {number: true} is set to the right. */
function table(id, columns, rows, empty) {
  const head = element('tr', {}, ...columns.map(column =>
    element('th', {textContent: column.title, className: column.number ? 'number' : ''})));
  const lines = rows.map(row => element('tr', {}, ...row.map((cell, i) => {
    const td = element('td', {className: [columns[i].number ? 'number' : '', columns[i].kind || ''].join(' ')});
    td.append(cell === null || cell === undefined ? '' : cell);
    return td;
  })));
  if (rows.length === 0) {
    lines.push(element('tr', {className: 'empty'}, element('td', {colSpan: columns.length, textContent: empty})));
  }
  const old = $(id);
  const scrolled = old.parentElement.scrollTop;
  old.replaceChildren(element('thead', {}, head), element('tbody', {}, ...lines));
  old.parentElement.scrollTop = scrolled;
}

function sparkline(values) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'polyline');
  const top = Math.max(1, ...values);
  svg.setAttribute('viewBox', '0 0 ' + (values.length - 1) + ' 32');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('points', values.map((value, i) => i + ',' + (31 - 30 * value / top)).join(' '));
  svg.append(line);
  return svg;
}

function number(value) {
  return value.toLocaleString('en', {maximumFractionDigits: value < 10 ? 1 : 0});
}

function time(iso) {
  return iso ? new Date(iso).toLocaleTimeString('en-GB') : '';
}

function duration(seconds) {
  const parts = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
  const at = parts.findIndex(([size]) => seconds >= size);
  return at < 0 ? '0 s' : parts.slice(at, at + 2)
    .map(([size, unit], i) => (i ? Math.floor(seconds % parts[at][0] / size) : Math.floor(seconds / size)) + ' ' + unit)
    .join(' ');
}

const pending = new Set();
function hostButton(host, deed, label, body, isDanger) {
  const button = element('button', {textContent: label, className: isDanger ? 'danger' : ''});
  button.disabled = pending.has(host.name) || (deed === 'start') !== (host.state === 'stopped');
  button.onclick = async () => {
    pending.add(host.name);
    showHost(host);
    await act('host ' + host.name + ': ' + label.toLowerCase() + ' done', 'POST',
      '/api/hosts/' + host.name + '/' + deed, body);
    pending.delete(host.name);
    poll();
  };
  return button;
}

function showHost(host) {
  const addresses = [host.address, host.tlsAddress ? host.tlsAddress + ' (TLS)' : null].filter(Boolean).join(', ');
  const busy = pending.has(host.name);
  $('host-' + host.name).replaceChildren(
    element('h2', {}, 'Host ' + host.name + ' ',
      element('span', {className: 'state ' + (busy ? 'busy' : host.state), textContent: busy ? 'busy …' : host.state})),
    element('div', {className: 'facts'},
      element('div', {className: 'mono', textContent: addresses || 'no port'}),
      element('div', {className: 'soft',
        textContent: host.binds + ' bound, ' + host.connections + ' connections'})),
    element('div', {className: 'row'},
      hostButton(host, 'maintenance', 'Maintenance', {seconds: 10}),
      hostButton(host, 'stop', 'Stop', {}),
      hostButton(host, 'start', 'Start', {}),
      hostButton(host, 'kill', 'Kill', {}, true)));
}

function show(status) {
  $('uptime').textContent = 'up ' + duration(status.uptimeSeconds)
    + (status.showContent ? '' : ', numbers and texts hidden (--show-content shows them)');
  status.hosts.forEach(showHost);
  $('tiles').replaceChildren(...TILES.map(([key, title]) => element('div', {className: 'tile'},
    element('span', {className: 'soft', textContent: title}),
    element('b', {textContent: number(status.perSecond[key]) + ' /s'}),
    element('span', {className: 'soft', textContent: number(status.totals[key]) + ' in all'}),
    sparkline(status.history[key]))));
  table('accounts', [{title: 'Account'}, {title: 'Binds', number: true}, {title: 'Waiting', number: true},
    {title: 'Dropped', number: true}],
    status.accounts.map(a => [a.systemId, number(a.binds), number(a.reportsWaiting), number(a.reportsDropped)]),
    'none yet');
  $('bind-count').textContent = status.bindCount || '';
  table('binds', [{title: 'Host'}, {title: 'Account'}, {title: 'As'}, {title: 'From', kind: 'mono'}, {title: 'TLS'},
    {title: 'Version'}, {title: 'Since'}],
    status.binds.map(b => [b.host, b.systemId, b.bindType, b.remote, b.tls ? 'yes' : '', b.interfaceVersion,
      time(b.boundAt)]), 'nobody is bound');
  table('behaviours', [{title: 'On now', kind: 'wide mono'}, {title: 'Struck', number: true}, {title: ''}],
    status.behaviours.map(b => [b.text, number(b.struck), element('button', {
      textContent: 'Off', ariaLabel: 'switch off ' + b.text,
      onclick: () => act('switched off', 'DELETE', '/api/behaviours/' + b.id)})]), 'all is well');
  const load = status.load;
  $('load').textContent = (load.on ? number(load.reportsPerSecond) + ' reports and ' + number(load.messagesPerSecond)
    + ' messages a second' + (load.systemId ? ' to ' + load.systemId : '') : 'off') + '; ' + number(load.sent)
    + ' sent so far';
  const ids = status.accounts.map(a => a.systemId);
  if (ids.join() !== [...$('systemIds').children].map(option => option.value).join()) {
    $('systemIds').replaceChildren(...ids.map(value => element('option', {value})));
    document.querySelectorAll('input[name=systemId][required]').forEach(input => {
      input.value = input.value || ids[0] || '';
    });
  }
}

function showMessages(messages) {
  $('message-count').textContent = messages.count ? number(messages.count) + ' in all' : '';
  table('messages', [{title: 'Time'}, {title: 'Id', kind: 'mono'}, {title: 'Host'}, {title: 'Account'}, {title: 'From'},
    {title: 'To'}, {title: 'Coding', number: true}, {title: 'Octets', number: true}, {title: 'Text', kind: 'wide'}],
    messages.messages.map(m => [time(m.receivedAt), m.messageId, m.host, m.systemId, m.from, m.to, m.dataCoding,
      m.octets, m.text]), 'none yet');
}

function showOutcomes(outcomes) {
  table('outcomes', [{title: 'Numbers'}, {title: 'Outcome', kind: 'mono wide'}, {title: ''}],
    Object.entries(outcomes).map(([prefix, outcome]) => [prefix === 'any' ? 'any' : '+' + prefix, outcome,
      element('button', {textContent: 'Remove', ariaLabel: 'remove outcome of ' + prefix,
        onclick: () => act('removed', 'DELETE', '/api/outcomes/' + prefix)})]), 'all are DELIVRD:000');
}

let catalogue = [];
async function loadCatalogue() {
  catalogue = (await call('GET', '/api/catalogue')).behaviours;
  $('behaviour-name').replaceChildren(...catalogue.map(kind => element('option', {value: kind.name, textContent: kind.name})));
  chooseBehaviour();
}

/** A choice where the form says "one of …", else a text. */
function parameterInput(parameter) {
  const words = parameter.form.startsWith('one of ') ? parameter.form.slice(7).split(', ') : null;
  const field = words
    ? element('select', {name: parameter.name}, element('option', {value: '', textContent: parameter.default || 'any'}),
      ...words.filter(word => word !== parameter.default).map(word => element('option', {value: word, textContent: word})))
    : element('input', {name: parameter.name, placeholder: parameter.default || (/^a (number|time)/.test(parameter.form) ? 'no limit' : 'any')});
  field.title = parameter.description + ' ' + parameter.form;
  return element('label', {}, parameter.name, field);
}

function chooseBehaviour() {
  const kind = catalogue.find(each => each.name === $('behaviour-name').value);
  $('behaviour-help').textContent = kind ? kind.description : '';
  $('own-parameters').replaceChildren(...(kind ? kind.ownParameters.map(parameterInput) : []));
  $('common-parameters').replaceChildren(...(kind ? kind.commonParameters.map(parameterInput) : []));
}

$('behaviour-name').onchange = chooseBehaviour;
$('behaviours-off').onclick = () => act('all is well', 'DELETE', '/api/behaviours');
$('behaviour-form').addEventListener('submit', event => {
  event.preventDefault();
  const fields = [...document.querySelectorAll('#own-parameters [name], #common-parameters [name]')];
  const parameters = Object.fromEntries(fields.filter(field => field.value !== '').map(field => [field.name, field.value]));
  act('switched on', 'POST', '/api/behaviours', {name: $('behaviour-name').value, parameters});
});

let polling = false;
async function poll() {
  if (polling) {
    return;
  }
  polling = true;
  try {
    show(await call('GET', '/api/status'));
    showMessages(await call('GET', '/api/messages?limit=50'));
    showOutcomes((await call('GET', '/api/outcomes')).outcomes);
    $('log').textContent = (await call('GET', '/api/log')).lines.join('\n');
    if (catalogue.length === 0) {
      await loadCatalogue();
    }
    $('connection').textContent = 'live';
    $('connection').className = '';
  } catch (e) {
    $('connection').textContent = 'no answer from the simulator';
    $('connection').className = 'lost';
  } finally {
    polling = false;
  }
}

/** What was filled in; numbers stay texts, the API reads them. */
function filled(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
}

function onSubmit(id, what) {
  $(id).addEventListener('submit', event => {
    event.preventDefault();
    what(filled(event.target));
  });
}

onSubmit('report-form', body => act('report on its way', 'POST', '/api/reports', body));
onSubmit('message-form', body => act('message on its way', 'POST', '/api/messages', body));
onSubmit('outcome-form', body => act('outcome is set', 'PUT',
  '/api/outcomes/' + encodeURIComponent(body.prefix.replace('+', '')), {outcome: body.outcome}));
onSubmit('load-form', body => act('load is on', 'PUT', '/api/load', body));
$('load-off').onclick = () => act('load is off', 'DELETE', '/api/load');

poll();
setInterval(poll, 1000);
