"""What the questions about changes are answered, written out."""

# Of each organisation with a change on record: announced, announced in part, silent, no account
# given, not known. Kept commitments are in none.
DISCLOSURES: dict[str, tuple[int, int, int, int, int]] = {
    "amazon": (0, 0, 0, 0, 2),
    "anthropic": (22, 1, 0, 0, 0),
    "google": (9, 3, 2, 0, 3),
    "magic": (0, 0, 0, 0, 0),
    "meta": (11, 0, 0, 1, 0),
    "microsoft": (4, 2, 3, 0, 0),
    "naver": (3, 4, 4, 0, 0),
    "openai": (7, 0, 2, 0, 0),
    "xai": (0, 0, 0, 17, 0),
}

# What the study that traced every commitment found, as it stands on record.
STUDIES: dict[str, list[str]] = {
    "google": ["0.733 of 30 material changes", "0.556 of 27 material changes"],
    "meta": ["0.688 of 80 material changes"],
    "microsoft": ["0.81 of 21 material changes"],
    "naver": ["0.773 of 22 material changes"],
    "openai": ["0.61 of 41 material changes"],
}

# Changes of approach without reasons on record: whether the organisation was found to give none
# (False), or that is not known (None).
UNEXPLAINED: dict[str, bool | None] = {
    "anthropic/responsible-scaling-policy/3-2": None,
    "xai/frontier-artificial-intelligence-framework/december-30-2025": False,
    "xai/frontier-artificial-intelligence-framework/june-30-2026": False,
    "xai/risk-management-framework/2025-02-20": False,
    "xai/risk-management-framework/august-20-2025": False,
}

# II.a across the versions of Google's framework: slug, day of issue, and the items about it by
# number, direction and disclosure.
THRESHOLDS_OF_GOOGLE: list[tuple[str, str, list[tuple[int, str, str | None]]]] = [
    ("1-0", "2024-05-17", []),
    ("2-0", "2025-02-04", [(3, "added", "announced"), (4, "removed", None)]),
    (
        "3-0",
        "2025-09-22",
        [
            (1, "added", "announced"),
            (2, "weakened", "partly-announced"),
            (3, "removed", "partly-announced"),
            (6, "retained", None),
        ],
    ),
    (
        "3-1",
        "2026-04-17",
        [
            (1, "added", "announced"),
            (2, "strengthened", "announced"),
            (3, "removed", "partly-announced"),
        ],
    ),
]
