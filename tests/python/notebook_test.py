"""How tables, reports and refusals show themselves in a notebook: well-formed HTML in which no text of a filing is markup."""

import html.parser
import pathlib
import unittest

import kcfin
from filings import TESTDATA, filing

EMPTY = {"br"}


class Nesting(html.parser.HTMLParser):
    """Fails on an element that is not closed where it should be; collects the texts and the names of elements."""

    def __init__(self, text):
        super().__init__()
        self.open, self.names, self.texts = [], set(), []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.texts.append(data)


class Notebook(unittest.TestCase):
    def test_every_table_and_report_is_well_formed(self):
        for items in (kcfin.check(TESTDATA), kcfin.extract(TESTDATA)):
            for item in items:
                shown = Nesting(item._repr_html_())
                self.assertLessEqual(shown.names, {"p", "b", "br", "table", "caption", "thead", "tbody", "tr", "th", "td", "small"})

    def test_a_report_shows_its_findings(self):
        shown = Nesting(next(kcfin.check(filing("total-off-by-a-hundred.txt")))._repr_html_()).texts
        for text in ("757,033", "756,933", "footing/total", "21:24", "1 more follow from it"):
            self.assertIn(text, shown)

    def test_a_table_shows_the_figures_as_printed(self):
        statement = next(kcfin.extract(filing("interim-sound.txt"))).of_kind("income_statement")[0]
        shown = Nesting(statement._repr_html_()).texts
        self.assertEqual(sum(text == "3,796,909" for text in shown), 1)

    def test_a_page_stands_in_a_frame_of_its_own(self):
        page = kcfin.page(filing("total-off-by-a-hundred.txt"))
        self.assertTrue(page.startswith("<!") and page.rstrip().endswith("</html>"))
        shown = Nesting(page._repr_html_())
        self.assertEqual(shown.names, {"iframe"})
        with self.assertRaises(kcfin.RefusedError):
            kcfin.page(filing("no-statements.txt"))

    def test_a_label_is_no_markup(self):
        text = pathlib.Path(filing("total-off-by-a-hundred.txt")).read_text().replace("Stores", "<script>x</script>")
        text = text.replace("Total revenues", "Total <b onclick='x'>revenues")
        for item in (kcfin.check_text(text), kcfin.extract_text(text), kcfin.Refused("<i>", "refused", "<script>")):
            shown = Nesting(item._repr_html_())
            self.assertNotIn("script", shown.names)
            self.assertNotIn("onclick='x'>", item._repr_html_())


if __name__ == "__main__":
    unittest.main()
