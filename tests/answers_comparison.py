"""The answers of the saved questions that hold organisations and promises against each other.

Written out, so that a change of the data shows as a change of an answer. What a framework's former
text says is not in them, but where an act was done.
"""

ON_RECORD_ON_II_G: list[tuple[str, str, str | None, str]] = [
    ("g42/e6", "supports", "section 2, pp. 4-6", "drafted"),
    ("google/e7", "supports", "sections 1.2, 2.2 and 3.2", "second-read"),
    ("ibm/e6", "contradicts", "indicator 58", "second-read"),
    ("magic/e4", "supports", "Threshold Definition; Covered Threat Models; footnote 2", "drafted"),
    ("magic/e5", "partly-supports", "1.1.1 and 2.2.1.1", "second-read"),
    ("meta/e4", "partly-supports", "sections 3.1-3.4, 4.2", "drafted"),
    ("microsoft/e7", "partly-supports", "section 2 (pp. 3-4); section 3", "second-read"),
    ("nvidia/e6", "supports", "pp. 2-3, 6-8", "drafted"),
    ("openai/e7", "partly-supports", "sections 2.1-2.2, Table 1", "drafted"),
]
"""Evidence, direction, place, review state."""

POLICY_STATUS: list[tuple[str, str, str]] = [
    ("amazon", "full", "state of 10 February 2025"),
    ("anthropic", "full", "state of 10 February 2025"),
    ("cohere", "partial", "state of 10 February 2025"),
    ("g42", "full", "state of 10 February 2025"),
    ("google", "full", "state of 10 February 2025"),
    ("ibm", "none", "state of 10 February 2025"),
    ("inflection-ai", "none", "state of 10 February 2025"),
    ("meta", "partial", "state of 10 February 2025"),
    ("microsoft", "full", "state of 10 February 2025"),
    ("mistral-ai", "none", "state of 10 February 2025"),
    ("naver", "partial", "state of 10 February 2025"),
    ("openai", "full", "state of 10 February 2025"),
    ("samsung-electronics", "none", "state of 10 February 2025"),
    ("technology-innovation-institute", "none", "state of 10 February 2025"),
    ("xai", "partial", "state of 10 February 2025"),
    ("zhipu-ai", "none", "state of 10 February 2025"),
]
"""Organisation, verdict, edition."""

CONTESTED_PROMISES: list[tuple[str, str, int, int]] = [
    ("anthropic", "IV", 2, 1),
    ("anthropic", "IV.d", 1, 1),
    ("anthropic", "IV.e", 1, 1),
    ("anthropic", "VI", 3, 1),
    ("anthropic", "VI.a", 1, 1),
    ("cohere", "II", 1, 2),
    ("cohere", "II.a", 1, 2),
    ("cohere", "IV", 1, 1),
    ("google", "VII", 2, 2),
    ("google", "VII.a", 3, 1),
    ("google", "VIII", 3, 1),
    ("google", "VIII.a", 2, 1),
    ("ibm", "II", 1, 1),
    ("ibm", "II.a", 1, 1),
    ("ibm", "IV", 1, 1),
    ("ibm", "PRE", 1, 3),
    ("ibm", "PRE.c", 1, 3),
    ("ibm", "PRE.e", 1, 1),
    ("magic", "CHG", 1, 1),
    ("meta", "CHG", 2, 1),
    ("meta", "CHG.b", 2, 1),
    ("meta", "CHG.d", 1, 1),
    ("mistral-ai", "VII", 1, 1),
    ("mistral-ai", "VII.a", 2, 2),
    ("naver", "II", 1, 1),
    ("naver", "II.a", 2, 1),
    ("naver", "IV.e", 1, 1),
    ("naver", "VII.a", 1, 1),
    ("openai", "III.c", 2, 1),
    ("openai", "IV", 3, 1),
    ("openai", "VII", 3, 1),
    ("openai", "VII.a", 4, 1),
    ("samsung-electronics", "I", 1, 1),
    ("samsung-electronics", "PRE", 3, 2),
    ("samsung-electronics", "PRE.c", 2, 2),
    ("xai", "IV", 1, 1),
    ("xai", "PRE", 1, 2),
    ("xai", "PRE.e", 1, 2),
    ("xai", "VII", 4, 1),
]
"""Organisation, promise, bearings for it, bearings against it."""

DISAGREEING_ASSESSORS: list[tuple[str, str, list[str], list[str]]] = []
"""Organisation, provision, who says yes, who says no: nobody, on one and the same aspect."""

ORGANISATIONS_BY_DIRECTION: list[tuple[str, int, int, int]] = [
    ("PRE", 12, 6, 10),
    ("CHG", 6, 11, 3),
    ("I", 11, 13, 4),
    ("II", 9, 13, 6),
    ("III", 10, 12, 3),
    ("IV", 11, 12, 9),
    ("V", 13, 17, 1),
    ("VI", 12, 12, 5),
    ("VII", 10, 14, 5),
    ("VIII", 11, 12, 4),
    ("BP1", 14, 9, 0),
    ("BP2", 8, 7, 0),
    ("BP3", 7, 10, 0),
    ("BP4", 9, 5, 1),
    ("BP5", 8, 7, 0),
    ("BP6", 11, 9, 1),
    ("BP7", 8, 4, 0),
    ("BP8", 7, 7, 0),
]
"""Provision; organisations with evidence that supports it, supports it in part, contradicts it."""
