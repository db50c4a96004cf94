// The page of `check --format html`: shows the checks of a figure, lights up their operands, filters.
// Everything that it writes is text; what a filing says is never markup.
(() => {
  'use strict';
  const panel = document.getElementById('panel');
  const showing = document.getElementById('show');
  const ruleChoice = document.getElementById('rule');
  const told = document.getElementById('told');
  const filings = new Map();  // section → its data, read when it is first asked for
  let chosen = null;  // the figure whose checks are shown
  let pinned = false;
  const beside = matchMedia('(hover: hover) and (min-width: 1000px)');  // the panel covers no figure

  const VERDICTS = ['holds to the digit', 'holds within rounding', 'does not hold', 'skipped'];

  const make = (name, text, classes) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (classes) element.className = classes;
    return element;
  };

  const sectionOf = (figure) => figure.closest('.filing');
  const nameOf = (figure) => figure.id.slice(sectionOf(figure).id.length + 1);
  const figureOf = (section, name) => document.getElementById(section.id + '-' + name);

  function dataOf(section) {
    let data = filings.get(section);
    if (data) return data;
    data = JSON.parse(section.querySelector('script[type="application/json"]').textContent);
    data.checksOf = new Map();
    data.checks.forEach((check) => {
      for (const name of new Set([check[2], ...check[3]])) {
        if (!data.checksOf.has(name)) data.checksOf.set(name, []);
        data.checksOf.get(name).push(check);
      }
    });
    // What does not hold is read first.
    for (const checks of data.checksOf.values()) checks.sort((a, b) => (b[1] === 2) - (a[1] === 2));
    filings.set(section, data);
    return data;
  }

  // ---------------------------------------------------------------- the checks of a figure

  function placeOf(figure) {
    const row = figure.closest('tr');
    if (!row) return 'Sentence, line ' + figure.closest('p').dataset.line;
    const heading = figure.closest('table').tHead.rows[0].cells[figure.closest('td').cellIndex];
    const words = [...heading.querySelectorAll('span:not(.soft)')].map((part) => part.textContent).join(' / ');
    return row.querySelector('th').textContent + (words ? ', ' + words : '');
  }

  function statementOf(figure) {
    const block = figure.closest('section.block');
    return block ? block.querySelector('h3').textContent : '';
  }

  function operandLink(section, name, sign) {
    const figure = figureOf(section, name);
    const link = make('a', (sign < 0 ? '− ' : '') + (figure ? figure.firstChild.textContent + ' ' : '') +
                      (figure ? placeOf(figure) : name));
    link.href = '#' + section.id + '-' + name;
    return link;
  }

  function checkItem(section, data, check, own) {
    const [rule, verdict, result, terms, equation, reading] = check;
    const item = make('li');
    const head = make('p');
    head.append(make('strong', data.rules[rule]), ' ', make('span', VERDICTS[verdict], verdict === 2 ? 'bad' : 'soft'));
    item.append(head, make('p', equation));
    if (reading) item.append(make('p', reading, 'soft'));
    const operands = make('p', '', 'operands');
    for (const name of [result, ...terms]) {
      if (name !== own) operands.append(operandLink(section, name, 1));
    }
    if (operands.childNodes.length) item.append(operands);
    return item;
  }

  function unlight() {
    for (const figure of document.querySelectorAll('.fig.lit, .fig.chosen')) figure.classList.remove('lit', 'chosen');
  }

  function show(figure) {
    const section = sectionOf(figure), data = dataOf(section), name = nameOf(figure);
    const checks = data.checksOf.get(name) || [];
    unlight();
    chosen = figure;
    figure.classList.add('chosen');
    for (const check of checks) {
      for (const operand of [check[2], ...check[3]]) {
        const other = figureOf(section, operand);
        if (other && other !== figure) other.classList.add('lit');
      }
    }
    const close = make('button', '×', 'close');
    close.type = 'button';
    close.setAttribute('aria-label', 'Close');
    close.addEventListener('click', () => release(true));
    const list = make('ol');
    for (const check of checks) list.append(checkItem(section, data, check, name));
    const why = data.why[name] === undefined ? '' : 'Held by nothing: ' + data.reasons[data.why[name]];
    panel.replaceChildren(make('h2', figure.firstChild.textContent + ' · ' + placeOf(figure)),
                          make('p', statementOf(figure), 'soft'), close);
    if (why) panel.append(make('p', why));
    if (checks.length) panel.append(list);
    panel.hidden = false;
  }

  function release(back) {
    const figure = chosen;
    unlight();
    if (figure) figure.removeAttribute('aria-pressed');
    chosen = null;
    pinned = false;
    panel.hidden = true;
    if (back && figure) figure.focus({preventScroll: true});
    if (back) panel.hidden = true;
  }

  function pin(figure) {
    if (chosen) chosen.removeAttribute('aria-pressed');
    show(figure);
    pinned = true;
    figure.setAttribute('aria-pressed', 'true');
    if (!beside.matches) figure.scrollIntoView({block: 'nearest'});
  }

  function goTo(figure) {
    const block = figure.closest('.block');
    if (block && block.hidden) {
      showing.value = 'all';
      ruleChoice.value = '';
      filter();
    }
    for (let details = figure.closest('details'); details; details = details.parentElement.closest('details')) details.open = true;
    figure.scrollIntoView({block: 'center', inline: 'center'});
    take(figure);
    figure.focus({preventScroll: true});
    pin(figure);
  }

  // ---------------------------------------------------------------- keyboard: one stop a table, arrows within

  function take(figure) {
    const block = figure.closest('.block');
    for (const other of block.querySelectorAll('.fig[tabindex="0"]')) other.tabIndex = -1;
    figure.tabIndex = 0;
  }

  function neighbour(figure, key) {
    const all = [...figure.closest('.block').querySelectorAll('.fig')];
    const at = all.indexOf(figure);
    const row = figure.closest('tr');
    if (!row || key === 'ArrowLeft' || key === 'ArrowRight') {
      return all[at + (key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1)];
    }
    const column = figure.closest('td').cellIndex;
    const step = key === 'ArrowUp' ? 'previousElementSibling' : 'nextElementSibling';
    for (let next = row[step]; next; next = next[step]) {
      const cell = next.cells[column];
      const other = cell && cell.querySelector('.fig');
      if (other) return other;
    }
    return null;
  }

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      if (!panel.hidden) release(true);
      return;
    }
    const figure = event.target.closest && event.target.closest('.fig');
    if (!figure) return;
    if (event.key.startsWith('Arrow')) {
      const next = neighbour(figure, event.key);
      event.preventDefault();
      if (!next) return;
      take(next);
      pinned = false;
      next.focus();
    } else if (event.key === 'Enter' && pinned && chosen === figure) {
      event.preventDefault();
      panel.focus();
    }
  });

  // ---------------------------------------------------------------- pointer and focus

  const figureAt = (event) => event.target.closest && event.target.closest('.fig');

  document.addEventListener('mouseover', (event) => {
    const figure = figureAt(event);
    if (figure && !pinned && beside.matches) show(figure);
  });
  document.addEventListener('mouseout', (event) => {
    const figure = figureAt(event);
    const inside = event.relatedTarget && figure && figure.contains(event.relatedTarget);
    if (figure && !pinned && !inside && beside.matches && document.activeElement !== figure) release(false);
  });
  document.addEventListener('focusin', (event) => {
    const figure = figureAt(event);
    if (figure && !pinned && figure.matches(':focus-visible')) {
      take(figure);
      show(figure);
    }
  });
  document.addEventListener('click', (event) => {
    const figure = figureAt(event);
    if (figure) {
      take(figure);
      if (pinned && chosen === figure) {
        release(false);
      } else {
        pin(figure);
      }
      return;
    }
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.getAttribute('href').slice(1));
    if (target && target.classList.contains('fig')) {
      event.preventDefault();
      goTo(target);
    }
  });

  // ---------------------------------------------------------------- filters

  function matches(figure, standing, rule) {
    if (standing !== 'all' && !figure.classList.contains(standing)) return false;
    return !rule || rule.has(figure.id);
  }

  // The figures that a rule, or a family of rules, has as operands.
  function figuresOfRule(choice) {
    const found = new Set();
    for (const section of document.querySelectorAll('.filing')) {
      const data = dataOf(section);
      for (const check of data.checks) {
        const id = data.rules[check[0]];
        if (id !== choice && !id.startsWith(choice + '/')) continue;
        for (const name of [check[2], ...check[3]]) found.add(section.id + '-' + name);
      }
    }
    return found;
  }

  function filter() {
    const standing = showing.value;
    const rule = ruleChoice.value ? figuresOfRule(ruleChoice.value) : null;
    const on = standing !== 'all' || rule !== null;
    let figures = 0, blocks = 0;
    for (const block of document.querySelectorAll('.block')) {
      let any = false;
      for (const figure of block.querySelectorAll('.fig')) {
        const match = on && matches(figure, standing, rule);
        figure.classList.toggle('match', match);
        any = any || match;
        figures += match ? 1 : 0;
      }
      block.hidden = on && !any;
      blocks += any ? 1 : 0;
    }
    document.body.classList.toggle('filtered', on);
    told.textContent = on ? figures + ' figures in ' + blocks + ' places' : '';
  }

  showing.addEventListener('change', filter);
  ruleChoice.addEventListener('change', filter);
  document.getElementById('reset').addEventListener('click', () => {
    showing.value = 'all';
    ruleChoice.value = '';
    filter();
    release(false);
  });
  for (const control of document.querySelectorAll('.tools [disabled]')) control.disabled = false;
})();
