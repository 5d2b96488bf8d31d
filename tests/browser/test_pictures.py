"""The script that takes pictures finds a page for every type that there is."""

from pathlib import Path

from tests.browser.pictures import page_types


def test_every_type_of_page_is_shown_by_a_page_that_exists(served: tuple[Path, str]) -> None:
    site = served[0] / "some" / "where"
    shown = dict(page_types(site))
    assert all((site / address / "index.html").is_file() for address in shown.values())
    built = {page.relative_to(site).parts[0] for page in site.rglob("*/index.html")} - {"undated"}
    assert {address.partition("/")[0] for address in shown.values()} - {""} == built
