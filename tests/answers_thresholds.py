"""What the questions that hold thresholds against each other are answered, written out."""

CBRN = "chemical-biological-radiological-nuclear"

# Each risk domain of the current texts: who has a threshold for it by name, and who with a current
# text has none on record.
DOMAIN_GAPS: dict[str, tuple[list[str], list[str]]] = {
    CBRN: (
        ["amazon", "anthropic", "g42", "google", "magic", "meta", "microsoft", "openai", "xai"],
        ["cohere", "naver", "nvidia"],
    ),
    "cyber-offence": (
        ["amazon", "anthropic", "g42", "google", "magic", "meta", "microsoft", "openai", "xai"],
        ["cohere", "naver", "nvidia"],
    ),
    "autonomy-and-ai-research": (
        ["anthropic", "google", "magic", "microsoft", "openai"],
        ["amazon", "cohere", "g42", "meta", "naver", "nvidia", "xai"],
    ),
    "loss-of-control-deception": (
        ["amazon", "anthropic", "google", "meta", "microsoft", "openai", "xai"],
        ["cohere", "g42", "magic", "naver", "nvidia"],
    ),
    "harmful-manipulation": (
        ["amazon", "anthropic", "google", "microsoft", "xai"],
        ["cohere", "g42", "magic", "meta", "naver", "nvidia", "openai"],
    ),
    "cross-domain": (
        ["magic", "meta", "microsoft", "nvidia"],
        ["amazon", "anthropic", "cohere", "g42", "google", "naver", "openai", "xai"],
    ),
    "other-severe": (
        ["cohere", "naver"],
        [
            "amazon",
            "anthropic",
            "g42",
            "google",
            "magic",
            "meta",
            "microsoft",
            "nvidia",
            "openai",
            "xai",
        ],
    ),
}

# Thresholds of the texts that count on the last day of the data, by risk domain and signatory.
GRID: dict[str, dict[str, int]] = {
    CBRN: {
        "amazon": 1,
        "anthropic": 4,
        "g42": 1,
        "google": 2,
        "magic": 1,
        "meta": 4,
        "microsoft": 4,
        "openai": 6,
        "xai": 1,
    },
    "cyber-offence": {
        "amazon": 1,
        "anthropic": 2,
        "g42": 1,
        "google": 1,
        "magic": 1,
        "meta": 4,
        "microsoft": 4,
        "openai": 5,
        "xai": 1,
    },
    "autonomy-and-ai-research": {
        "anthropic": 2,
        "google": 2,
        "magic": 2,
        "microsoft": 4,
        "openai": 3,
    },
    "loss-of-control-deception": {
        "amazon": 1,
        "anthropic": 2,
        "google": 1,
        "meta": 3,
        "microsoft": 1,
        "openai": 6,
        "xai": 1,
    },
    "harmful-manipulation": {"amazon": 1, "anthropic": 2, "google": 1, "microsoft": 1, "xai": 1},
    "critical-infrastructure": {},
    "cross-domain": {"magic": 2, "meta": 3, "microsoft": 1, "nvidia": 7},
    "other-severe": {"cohere": 1, "naver": 3},
}

# What is on record for autonomy and AI research, where that differs most.
AUTONOMY_COVERAGE = {
    "01-ai": "NO_FRAMEWORK",
    "amazon": "NOT_READ_HERE",
    "anthropic": "COVERED",
    "cohere": "NONE_FOR_RISK",
    "g42": "NONE_FOR_RISK",
    "google": "COVERED",
    "ibm": "NO_FRAMEWORK",
    "inflection-ai": "NO_FRAMEWORK",
    "magic": "COVERED",
    "meta": "SPANNED",
    "microsoft": "COVERED",
    "minimax": "NO_FRAMEWORK",
    "mistral-ai": "NO_FRAMEWORK",
    "naver": "NONE_FOR_RISK",
    "nvidia": "SPANNED",
    "openai": "COVERED",
    "samsung-electronics": "NO_FRAMEWORK",
    "technology-innovation-institute": "NO_FRAMEWORK",
    "xai": "NONE_FOR_RISK",
    "zhipu-ai": "NO_FRAMEWORK",
}
