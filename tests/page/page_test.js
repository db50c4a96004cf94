// What the page does in Chromium. Every expectation names what is wrong; the last line counts them.
'use strict';
const fs = require('fs');
const path = require('path');
const {chromium} = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const folder = process.env.PAGES;
const screenshots = process.env.SCREENSHOTS;
let held = 0;
const faults = [];
const expect = (truth, what) => {
  ++held;
  if (!truth) faults.push(what);
};
const report = (name) => JSON.parse(fs.readFileSync(path.join(folder, name + '.json'), 'utf8'));

async function open(browser, name, options = {}) {
  const context = await browser.newContext({bypassCSP: false, ...options});
  const page = await context.newPage();
  page.asked = [];
  page.on('request', (request) => page.asked.push(request.url()));
  page.on('pageerror', (error) => faults.push(`${name}: the script stopped: ${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${name}: ${message.text()}`);
  });
  await page.goto('file://' + path.join(folder, name + '.html'));
  return page;
}

// axe runs beside the page's own policy, in a world that the test may speak to.
async function violations(page) {
  const session = await page.context().newCDPSession(page);
  const {frameTree} = await session.send('Page.getFrameTree');
  const {executionContextId} = await session.send('Page.createIsolatedWorld', {frameId: frameTree.frame.id, worldName: 'axe'});
  const run = (expression) => session.send('Runtime.evaluate',
      {expression, contextId: executionContextId, awaitPromise: true, returnByValue: true});
  await run(axe);
  const options = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}";
  const found = await run(`axe.run(document, ${options}).then((r) => r.violations.map((v) =>
      v.id + ': ' + v.nodes.slice(0, 2).map((n) => n.html.slice(0, 120)).join(' | ')))`);
  if (found.exceptionDetails) return [JSON.stringify(found.exceptionDetails).slice(0, 300)];
  return found.result.value;
}

async function marks(browser) {
  const page = await open(browser, 'one');
  const json = report('one').files[0];
  const section = await page.locator('.filing').getAttribute('id');
  const figure = (fact) => page.locator(`[id="${section}-${fact}"]`);

  const root = json.findings.find((finding) => finding.severity === 'error' && !finding.cause);
  expect((await figure(root.fact).getAttribute('class')).includes('contradicted'), 'the wrong figure is marked');
  expect(await page.locator(`[id="${section}-f1"]`).count() === 1, 'the finding has its place');

  // The page's marks and JSON's checks are the same.
  const checks = new Map();
  for (const check of json.checks) {
    if (check.verdict === 'skipped') continue;
    for (const fact of new Set([check.result, ...check.terms.map((term) => term.fact)])) {
      checks.set(fact, (checks.get(fact) || 0) + 1);
    }
  }
  const shown = await page.evaluate(() => [...document.querySelectorAll('td .fig')].map(
      (button) => [button.id, button.className, button.querySelector('i').textContent]));
  for (const [id, classes, letters] of shown) {
    const fact = id.slice(section.length + 1);
    expect(checks.has(fact) === (letters !== '·'), `${fact}: a mark where a check is, none where none is`);
    expect(checks.has(fact) || classes.includes('unheld') || classes.includes('damaged'), `${fact}: what nothing holds is grey`);
  }
  expect(shown.length === json.summary.figures, 'every figure is there');

  // A click pins; operands light up across the page.
  await figure(root.fact).click();
  const operands = new Set(json.checks.filter((check) => check.verdict !== 'skipped' &&
      [check.result, ...check.terms.map((term) => term.fact)].includes(root.fact))
      .flatMap((check) => [check.result, ...check.terms.map((term) => term.fact)]));
  operands.delete(root.fact);
  for (const operand of operands) {
    expect((await figure(operand).getAttribute('class')).includes('lit'), `${operand} lights up`);
  }
  expect(await page.locator('.fig.lit').count() === operands.size, 'nothing else lights up');
  expect((await page.locator('#panel').innerText()).includes('165,224 ÷ 7.2672 = 22,736'), 'the equation is shown');
  await page.mouse.move(5, 5);
  expect(await page.locator('#panel').isVisible(), 'what is pinned stays');
  await page.keyboard.press('Escape');
  expect(!(await page.locator('#panel').isVisible()), 'Escape lets go');
  expect(await page.locator('.fig.lit').count() === 0, 'and the lights go out');

  // Keyboard alone: from figure to figure, into the panel, back.
  await figure(root.fact).focus();
  await page.keyboard.press('ArrowLeft');
  const focused = () => page.evaluate(() => document.activeElement.id);
  expect((await focused()).endsWith('.c2'), 'the left arrow goes to the figure on the left');
  expect(await page.locator('#panel').isVisible(), 'the focus shows the checks');
  await page.keyboard.press('ArrowDown');
  expect(/\.c2$/.test(await focused()), 'the down arrow stays in the column');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await focused() === 'panel', 'Enter twice goes to the checks');
  await page.keyboard.press('Escape');
  expect(/\.c2$/.test(await focused()), 'and Escape back');

  // The list jumps to the figure.
  await page.locator(`[id="${section}-f1"] a`).first().click();
  expect((await focused()).endsWith(root.fact), 'a finding leads to its figure');
  await page.keyboard.press('Escape');

  // Filters.
  await page.selectOption('#show', 'contradicted');
  const wrong = await page.locator('.fig.contradicted').count();
  expect(await page.locator('.fig.match').count() === wrong && wrong > 0, 'the filter finds what is contradicted');
  expect((await page.locator('#told').innerText()).startsWith(wrong + ' figures'), 'and says how many');
  await page.selectOption('#show', 'all');
  await page.selectOption('#rule', 'translation');
  const translated = new Set(json.checks.filter((check) => check.verdict !== 'skipped' && check.rule.startsWith('translation/'))
      .flatMap((check) => [check.result, ...check.terms.map((term) => term.fact)]));
  const matched = await page.locator('td .fig.match').count();
  expect(matched === [...translated].filter((fact) => fact.startsWith('t')).length, 'a family of rules can be picked');
  await page.click('#reset');
  expect(await page.locator('.fig.match').count() === 0, 'and left again');
  expect(page.asked.length === 1, `nothing is asked for but the page: ${page.asked.slice(1)}`);
  await page.context().close();
}

async function stays_text(browser) {
  const page = await open(browser, 'hostile');
  expect(await page.title() === 'kcfin check', 'a filing\'s script does not run');
  expect(await page.locator('img').count() === 0, 'a filing\'s markup is no markup');
  expect((await page.locator('main').innerText()).includes('<script>document.title'), 'it is shown as text');
  expect(await page.locator('script:not([type])').count() === 1, 'the page has one script');
  const text = await page.locator('body').innerText();
  expect(!/[\u0007\u202e]/.test(text), 'no character acts');
  await page.locator('.fig.contradicted').first().click();
  expect(await page.locator('#panel li').count() > 0, 'and the data are whole');
  expect(page.asked.length === 1, `nothing is asked for: ${page.asked.slice(1)}`);
  await page.context().close();
}

async function accessible(browser) {
  for (const name of ['one', 'several']) {
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [1280, 390]) {
        const page = await open(browser, name, {colorScheme, viewport: {width, height: 900}});
        for (const block of name === 'one' ? ['panel', 'filter'] : ['']) {
          if (block === 'panel') await page.locator('.fig').nth(5).click();
          if (block === 'filter') await page.selectOption('#show', 'unheld');
          for (const violation of await violations(page)) faults.push(`${name}, ${colorScheme}, ${width}, ${block}: ${violation}`);
          ++held;
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: fits ${width} pixels`);
        if (screenshots && name === 'one') {
          await page.click('#reset');
          await page.locator('.fig.contradicted').first().click();
          await page.screenshot({path: path.join(screenshots, `page-${colorScheme}-${width}.png`)});
          await page.keyboard.press('Escape');
          await page.evaluate(() => scrollTo(0, 0));
          await page.screenshot({path: path.join(screenshots, `top-${colorScheme}-${width}.png`)});
        }
        await page.context().close();
      }
    }
  }
}

async function counts(browser) {
  const page = await open(browser, 'several');
  const json = report('several');
  expect(await page.locator('.filing').count() === json.files.length, 'every filing is there');
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((element) => element.id));
  expect(new Set(ids).size === ids.length, 'every name is one element\'s');
  for (const [index, file] of json.files.entries()) {
    const words = await page.locator('.filing').nth(index).innerText();
    expect(words.includes(`${file.summary.figures_checked} of ${file.summary.figures} figures checked`), `${file.file}: its counts`);
  }
  const links = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')].filter(
      (link) => !document.getElementById(link.getAttribute('href').slice(1))).map((link) => link.getAttribute('href')));
  expect(links.length === 0, `links lead somewhere: ${links.slice(0, 3)}`);
  await page.context().close();
}

(async () => {
  const browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu']});
  for (const part of [marks, stays_text, counts, accessible]) {
    await part(browser).catch((error) => faults.push(`${part.name}: ${error}`));
  }
  await browser.close();
  for (const fault of faults) console.log(fault);
  console.log(`${held} expectations, ${faults.length} faults`);
  process.exit(faults.length ? 1 : 0);
})();
