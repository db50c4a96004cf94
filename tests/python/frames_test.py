"""pandas frames: their columns' types, their figures, what was refused."""

import decimal
import unittest

import kcfin
from filings import TESTDATA, filing

try:
    import pandas
except ImportError:
    pandas = None


@unittest.skipIf(pandas is None, "pandas is not installed")
class Frames(unittest.TestCase):
    def test_facts(self):
        frame = kcfin.facts([filing("interim-sound.txt"), filing("no-statements.txt")])
        rows = [fact for fact in kcfin.each_fact(filing("interim-sound.txt"))]
        self.assertEqual(len(frame), len(rows))
        types = frame.dtypes.astype(str).to_dict()
        self.assertEqual({types[name] for name in ("period_start", "period_end", "filed")}, {"datetime64[ns]"})
        self.assertEqual({types[name] for name in ("file", "issuer", "kind", "concept", "unit", "status")}, {"category"})
        self.assertEqual({types[name] for name in ("line", "row", "column", "scale", "decimals", "checks")}, {"Int64"})
        self.assertEqual({types[name] for name in ("value", "absolute")}, {"float64"})
        self.assertEqual([item.status for item in frame.attrs["refused"]], ["no_tables"])
        revenue = frame[(frame.concept == "Revenues") & (frame.kind == "income_statement") & (frame.unit == "RMB")]
        self.assertEqual(list(revenue.absolute), [3625854000.0, 3796909000.0])
        self.assertEqual(str(revenue.period_end.max().date()), "2024-06-30")

    def test_exact_figures(self):
        frame = kcfin.facts(filing("interim-sound.txt"), exact=True)
        self.assertTrue(all(isinstance(value, decimal.Decimal) for value in frame["value"].dropna()))
        self.assertEqual(frame["value"].dropna().sum(), sum(fact.value for fact in kcfin.each_fact(filing("interim-sound.txt"))
                                                           if fact.value is not None))

    def test_damaged_figures_are_empty(self):
        frame = kcfin.facts(filing("damaged-text.txt"))
        self.assertTrue(frame[frame.status == "damaged"]["value"].isna().all())
        self.assertGreater((frame.status == "damaged").sum(), 0)

    def test_findings(self):
        frame = kcfin.findings(filing("total-off-by-a-hundred.txt"))
        self.assertEqual(len(frame), 1)
        row = frame.iloc[0]
        self.assertEqual((row["rule"], row["reported"], row["expected"], row["row"]),
                         ("footing/total", 757033.0, 756933.0, "Total revenues"))
        self.assertEqual((frame.severity >= "warning").sum(), 1)
        both = kcfin.findings(filing("total-off-by-a-hundred.txt"), consequences=True, exact=True)
        self.assertEqual(list(both.cause), [None, "f1"])
        self.assertIsInstance(both.reported[0], decimal.Decimal)

    def test_frames_have_their_types_without_a_row_too(self):
        for frame in (kcfin.findings(filing("annual-results.txt")), kcfin.facts(filing("no-statements.txt"))):
            self.assertEqual((len(frame), str(frame.dtypes["period_end"])), (0, "datetime64[ns]"))

    def test_every_table_makes_a_frame(self):
        for found in kcfin.extract(TESTDATA):
            for table in getattr(found, "tables", ()):
                frame = table.to_frame()
                self.assertEqual(frame.shape, (len(table.rows), len(table.columns)))

    def test_a_statement(self):
        statement = next(kcfin.extract(filing("interim-sound.txt"))).of_kind("income_statement")[0]
        frame = statement.to_frame(exact=True)
        self.assertEqual(list(frame.loc["Total revenues"]), [3625854, 3796909, 522472])
        self.assertEqual(list(frame.columns.get_level_values("unit")), ["RMB thousand", "RMB thousand", "USD thousand"])
        self.assertEqual(list(statement.to_frame(absolute=True).loc["Total revenues"]), [3625854000.0, 3796909000.0, 522472000.0])
        self.assertEqual(frame.attrs["kind"], "income_statement")


@unittest.skipIf(pandas is not None, "pandas is installed")
class WithoutPandas(unittest.TestCase):
    def test_frames_say_what_they_need(self):
        with self.assertRaisesRegex(kcfin.KcfinError, "pandas"):
            kcfin.facts(filing("interim-sound.txt"))


if __name__ == "__main__":
    unittest.main()
