"""What kcfin.check and its kin give: reports one by one, refusals among them, faults as exceptions."""

import datetime
import decimal
import os
import pathlib
import tempfile
import time
import unittest
from unittest import mock

import kcfin
from filings import TESTDATA, filing, program_that

WRONG_TOTAL = filing("total-off-by-a-hundred.txt")
LETTER = filing("no-statements.txt")


class Reports(unittest.TestCase):
    def test_a_report_is_typed(self):
        report, = kcfin.check(WRONG_TOTAL)
        self.assertEqual((report.issuer, report.report_period_end), ("Copper Kettle Foods Ltd.", datetime.date(2023, 6, 30)))
        root, = report.roots
        self.assertEqual((root.rule, root.severity, root.line, root.column), ("footing/total", "error", 21, 24))
        self.assertEqual((root.reported, root.expected, root.difference), (757033, 756933, 100))
        self.assertIsInstance(root.reported, decimal.Decimal)
        self.assertEqual(root.period, kcfin.Period(datetime.date(2023, 1, 1), datetime.date(2023, 6, 30)))
        self.assertEqual(root.where.statement, "Revenues by Channel")
        self.assertEqual([(after.label, after.wrong) for after in report.following(root)], [("Gross profit", False)])
        self.assertEqual((report.summary.figures, report.summary.failed, report.summary.errors), (12, 2, 1))

    def test_checks_come_where_they_are_asked_for(self):
        self.assertEqual(next(kcfin.check(WRONG_TOTAL)).checks, ())
        checks = next(kcfin.check(WRONG_TOTAL, show="all")).checks
        self.assertEqual(sorted({check.verdict for check in checks}), ["exact", "inconsistent"])
        self.assertTrue(all(term.sign in (1, -1) for check in checks for term in check.terms))

    def test_figures_are_the_printed_digits(self):
        values = {fact.raw: fact.value for fact in kcfin.each_fact(filing("interim-sound.txt"))}
        self.assertEqual(str(values["32.5%"]), "32.5")

    def test_a_refused_file_is_data_among_many(self):
        given = [LETTER, WRONG_TOTAL, "there-is-none.txt"]
        found = {item.file: item for item in kcfin.check(given)}
        self.assertEqual(set(found), set(given))
        self.assertIsInstance(found[WRONG_TOTAL], kcfin.Report)
        self.assertEqual((found[LETTER].status, found["there-is-none.txt"].status), ("no_tables", "refused"))
        self.assertEqual(str(found["there-is-none.txt"].error()), "there-is-none.txt: no such file or directory")

    def test_every_file_of_a_folder_is_told_once(self):
        walked = [path for path in TESTDATA.iterdir() if path.suffix in (".txt", ".htm", ".html", ".md")]
        told = [item.file for item in kcfin.check(TESTDATA)]
        self.assertEqual(sorted(told), sorted(map(str, walked)))

    def test_a_file_whose_name_has_a_colon(self):
        with tempfile.TemporaryDirectory() as room:
            empty = pathlib.Path(room, "line 3: a: b.txt")
            empty.write_text("")
            refused, = kcfin.check([empty])
            self.assertEqual((refused.file, refused.line), (str(empty), None))

    def test_text_in_memory(self):
        data = pathlib.Path(WRONG_TOTAL).read_bytes()
        report = kcfin.check_text(data, name="draft 3")
        self.assertEqual((report.file, len(report.roots)), ("draft 3", 1))
        self.assertEqual(kcfin.check_text(data.decode()).sha256, report.sha256)
        with self.assertRaises(kcfin.RefusedError) as refused:
            kcfin.check_text(b"Dear shareholders", name="letter")
        self.assertEqual((refused.exception.file, refused.exception.message), ("letter", "no financial table"))

    def test_tables(self):
        filing_, = kcfin.extract(filing("interim-sound.txt"))
        self.assertEqual((filing_.form, filing_.rates[0].rate), ("6-K", decimal.Decimal("7.2672")))
        statement = filing_.of_kind("income_statement")[0]
        revenue = next(row for row in statement.rows if row.label == "Total revenues")
        self.assertEqual([cell.value for cell in revenue.cells], [3625854, 3796909, 522472])
        self.assertEqual([(str(column.period), column.unit, column.scale) for column in statement.columns][2],
                         ("2024-01-01 to 2024-06-30", "USD", 1000))
        self.assertEqual(kcfin.extract_text(pathlib.Path(filing_.file).read_bytes(), name=filing_.file), filing_)

    def test_facts_are_written_whole(self):
        with tempfile.TemporaryDirectory() as room:
            output = pathlib.Path(room, "facts.ndjson")
            refused = kcfin.write_facts([WRONG_TOTAL, LETTER], output)
            self.assertEqual([item.file for item in refused], [LETTER])
            self.assertEqual(output.read_text().count('"fact_id"'), 12)
            kcfin.write_facts([LETTER], pathlib.Path(room, "none.ndjson"))
            self.assertNotIn('"fact_id"', pathlib.Path(room, "none.ndjson").read_text())
            self.assertEqual(sorted(os.listdir(room)), ["facts.ndjson", "none.ndjson"])


    def test_a_list_too_long_for_a_command_line_goes_in_a_file(self):
        with mock.patch.object(kcfin.stream, "_MOST_ARGUMENT_BYTES", 10):
            told = [item.file for item in kcfin.check([WRONG_TOTAL, LETTER, "there-is-none.txt"])]
        self.assertEqual(told, [WRONG_TOTAL, LETTER, "there-is-none.txt"])


class Faults(unittest.TestCase):
    def test_the_program_is_stopped_when_the_generator_is_dropped(self):
        with program_that("open(room + '/pid', 'w').write(str(os.getpid()))\n"
                          "print('{\"file\": \"a\"}', flush=True)\ntime.sleep(600)") as room:
            running = kcfin.stream.records("check", ["a"], {})
            next(running)
            pid = int((room / "pid").read_text())
            os.kill(pid, 0)
            started = time.monotonic()
            del running
            self.assertLess(time.monotonic() - started, 60)
            with self.assertRaises(ProcessLookupError):
                os.kill(pid, 0)

    def test_many_complaints_do_not_block_it(self):
        with program_that("sys.stderr.write('kcfin: a: no financial table\\n' * 50000)\nprint('{\"file\": \"a\"}')"):
            self.assertEqual(len(list(kcfin.stream.records("check", ["a"], {}))), 50001)

    def test_a_signal_is_a_fault(self):
        with program_that("print('{\"file\": \"a\"}', flush=True)\nos.kill(os.getpid(), signal.SIGABRT)"):
            with self.assertRaisesRegex(kcfin.ProgramFault, "signal 6"):
                list(kcfin.stream.records("check", ["a"], {}))

    def test_an_interrupted_run_is_not_taken_for_a_whole_one(self):
        with program_that("print('{\"file\": \"a\"}')\nprint('kcfin: interrupted: 1 of 2 files are reported', file=sys.stderr)\n"
                          "sys.exit(2)"):
            with self.assertRaisesRegex(kcfin.ProgramFault, "1 of 2"):
                list(kcfin.stream.records("check", ["a", "b"], {}))

    def test_records_of_files_in_the_stream(self):
        lines = ('{"file": "a", "status": "read", "facts": 3}', '{"file": "b", "status": "fault", "message": "signal 11"}')
        with program_that("".join(f"print({line!r})\n" for line in lines)):
            fault, = kcfin.stream.records("facts", ["a", "b"], {})
        self.assertEqual((fault.file, fault.status, fault.message), ("b", "fault", "signal 11"))

    def test_the_line_of_a_refusal(self):
        with program_that("print('kcfin: a: line 7: not UTF-8', file=sys.stderr)\nsys.exit(2)"):
            refused, = kcfin.stream.records("check", ["a"], {})
        self.assertEqual((refused.line, refused.message, str(refused.error())), (7, "not UTF-8", "a:7: not UTF-8"))

    def test_a_wrong_option_says_what_was_meant(self):
        with self.assertRaisesRegex(kcfin.UsageError, "did you mean --show"):
            list(kcfin.check(WRONG_TOTAL, shwo="all"))
        for reserved in ("format", "output", "report"):
            with self.assertRaises(kcfin.UsageError):
                list(kcfin.check(WRONG_TOTAL, **{reserved: "json"}))
        with self.assertRaises(kcfin.UsageError):
            list(kcfin.check("-"))

    def test_options_of_every_kind(self):
        with program_that("print('{\"file\": \"a\", \"said\": ' + repr(sys.argv[4:]).replace(chr(39), chr(34)) + '}')"):
            record, = kcfin.stream.records("check", ["a"], {"show": ["notes", "passed"], "prune_baseline": True,
                                                            "quiet": False, "rates": None, "max_bytes": 9})
        self.assertEqual(record["said"], ["--show", "notes", "--show", "passed", "--prune-baseline", "--max-bytes", "9",
                                          "--", "a"])

    def test_no_program(self):
        with mock.patch.dict(os.environ, {"KCFIN_PROGRAM": "", "PATH": ""}):
            with self.assertRaises(kcfin.ProgramNotFound):
                list(kcfin.check(WRONG_TOTAL))


if __name__ == "__main__":
    unittest.main()
